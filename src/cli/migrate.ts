import { DatabaseBusy } from '../db/folder-lock.ts';
import { MigrationMismatch, migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { cliWords, startWords } from '../messages/start.fr.ts';
import { complain, configured, type Verb } from './verb.ts';

export const migrateVerb: Verb = {
  name: 'migrate',
  about: cliWords.about.migrate,
  takes: '',
  options: {},
  run: async () => {
    const config = configured();
    if (!config) return 1;
    const { databaseUrl, dataDir } = config;
    try {
      const db = await openDatabase(databaseUrl === undefined ? { dataDir } : { url: databaseUrl });
      try {
        process.stdout.write(`${cliWords.migrated(await migrate(db))}\n`);
      } finally {
        await db.close();
      }
      return 0;
    } catch (error) {
      if (error instanceof DatabaseBusy) complain(startWords.busy(error.dataDir, error.pid), []);
      else if (error instanceof MigrationMismatch) complain(error.message, []);
      else throw error;
      return 1;
    }
  },
};
