// Child process of kill.test.ts: opens a data folder, books through the core, and says each booking that was acknowledged.
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { openKillHouse } from './kill-house.ts';

const [dataDir = '', round = '', count = ''] = process.argv.slice(2);

const db = await openDatabase({ dataDir });
await migrate(db);
const house = await openKillHouse(db);
process.stdout.write('ready\n');
for (let n = 0; n < Number(count); n += 1) {
  const requestId = `${round}-${n}`;
  process.stdout.write(`${requestId} ${await house.book(requestId)}\n`);
}
await db.close();
