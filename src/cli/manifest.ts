import { commands } from '../../commands/index.ts';
import { slackManifest } from '../adapters/slack/manifest.ts';
import { cliWords as words } from '../messages/start.fr.ts';
import type { Verb } from './verb.ts';

export const manifestVerb: Verb = {
  name: 'manifest',
  about: words.about.manifest,
  takes: '[OPTIONS]',
  options: { http: { value: 'URL', about: words.option.http } },
  run: async (given) => {
    const publicUrl = given.text('http');
    const manifest = slackManifest(commands, publicUrl === undefined ? { by: 'socket' } : { by: 'http', publicUrl });
    process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
    return 0;
  },
};
