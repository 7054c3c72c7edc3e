// Child process of kill.test.ts: opens a data folder, books without end, and says each booking that was acknowledged.
import { syncResources } from '../../src/core/ledger/store.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { addMembers, book, seats } from '../support/ledger.ts';
import { smallPlace } from '../support/small-place.ts';

const [dataDir = '', round = '', count = ''] = process.argv.slice(2);
const NOW = Temporal.Instant.from('2026-11-23T09:00Z');

const db = await openDatabase({ dataDir });
await migrate(db);
await syncResources(db, [{ ...smallPlace(), id: 'p' }], NOW);
if ((await db.prisma.member.count()) === 0) await addMembers(db.prisma, 1);

const start = NOW.add({ hours: 24 * 40 * Number(round) });
process.stdout.write('ready\n');
for (let n = 0; n < Number(count); n += 1) {
  const requestId = `${round}-${n}`;
  const slot = start.add({ hours: n });
  const id = await book(db.prisma, {
    memberId: 1,
    requestId,
    claims: [seats('desks', slot, slot.add({ minutes: 30 }), 2)],
  });
  process.stdout.write(`${requestId} ${id}\n`);
}
await db.close();
