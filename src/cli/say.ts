import { randomUUID } from 'node:crypto';
import { WORKSPACE } from '../adapters/terminal/adapter.ts';
import { runOnce } from '../adapters/terminal/run-once.ts';
import { createLog } from '../kernel/log.ts';
import { openHouse } from '../main.ts';
import { cliWords, startWords } from '../messages/start.fr.ts';
import { type Role, roles } from '../place/model.ts';
import { filesFolder } from './files-folder.ts';
import { atOption, clockOf, complain, configured, Misuse, type Verb } from './verb.ts';

const roleOf = (text: string | undefined): Role | undefined => {
  const role = roles.find((each) => each === text);
  if (text !== undefined && role === undefined) throw new Misuse(cliWords.badRole(text, roles));
  return role;
};

export const sayVerb: Verb = {
  name: 'say',
  about: cliWords.about.say,
  takes: '[OPTIONS] "COMMANDE"',
  options: {
    as: { value: 'NOM', about: cliWords.option.as },
    role: { value: 'ROLE', about: cliWords.option.role },
    ...atOption,
  },
  run: async (given) => {
    const [line, ...others] = given.positionals;
    if (line === undefined || others.length > 0) throw new Misuse(cliWords.noCommand);
    const role = roleOf(given.text('role'));
    const config = configured();
    if (!config) return 1;
    const log = createLog({ level: config.logLevel, pretty: true });
    const house = await openHouse({ config, clock: clockOf(given), log, lentRole: role });
    if (!house.ok) {
      complain(startWords.notStarted, house.error);
      return 1;
    }
    const { chat, close } = house.value;
    const name = given.text('as') ?? 'Terminal';
    const person = {
      platform: 'terminal',
      workspace: WORKSPACE,
      userId: name.toLowerCase(),
      displayName: name,
    } as const;
    try {
      const tone = await runOnce(chat, {
        person: { ...person, isWorkspaceAdmin: async () => false },
        line,
        output: process.stdout,
        colour: false,
        folder: filesFolder(config),
        newId: randomUUID,
        onCut: (what) => log.warn({ reason: what }, 'a reply was cut'),
      });
      return tone === 'done' || tone === 'info' ? 0 : 1;
    } finally {
      await close();
    }
  },
};
