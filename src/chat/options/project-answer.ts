// One code of a project's sheet, by its field and its key: « theme nature ».
import type { CodeAnswer } from '../../core/projects/model.ts';
import { typedCodes } from '../../messages/sheet-words.fr.ts';
import type { Place } from '../../place/model.ts';
import { codeFields, codesOf } from '../../place/sheet-codes.ts';
import type { RequiredOption } from '../option.ts';
import { fieldAnswer } from './field-answer.ts';

const known = (place: Place): readonly (CodeAnswer & { readonly name: string })[] =>
  codeFields.flatMap((field) => codesOf(place, field).map(({ key, name }) => ({ field, key, name })));

export const projectAnswer = (summary: string): RequiredOption<CodeAnswer> =>
  fieldAnswer<CodeAnswer>(summary, { known, print: ({ field, key }) => `${typedCodes[field]} ${key}` });
