// `npm run docs`: writes what is generated from the code.
import { writeFileSync } from 'node:fs';
import { documents, read } from './documents.ts';

for (const { path, make } of documents) {
  const current = read(path);
  const made = make(current);
  if (made === current) continue;
  writeFileSync(path, made);
  console.log(path);
}
