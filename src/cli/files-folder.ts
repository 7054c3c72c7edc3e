// Where files given to whoever writes from the terminal are put.
import { join } from 'node:path';
import type { Config } from '../config.ts';

export const filesFolder = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'fichiers');
