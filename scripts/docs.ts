// `npm run docs`: writes what is generated from the code.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { documents, read } from './documents.ts';

for (const { path, make } of documents) {
  const current = read(path);
  const made = await make(current);
  if (made === current) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, made);
  console.log(path);
}
