// One answer of an initiative, by its field and its key: « theme nature », « accord oui ».
import { type Answered, agreements } from '../../core/initiatives/model.ts';
import { answersTo, typedAgreements, typedAnswers } from '../../messages/initiative.fr.ts';
import type { Place } from '../../place/model.ts';
import type { RequiredOption } from '../option.ts';
import { fieldAnswer } from './field-answer.ts';

const print = (said: Answered): string =>
  `${typedAnswers[said.field]} ${said.field === 'agreement' ? typedAgreements[said.key] : said.key}`;

const fields = ['district', 'theme', 'stage', 'needs', 'offers', 'objectives'] as const;

const known = (place: Place): readonly (Answered & { readonly name: string })[] => [
  ...fields.flatMap((field) => answersTo(place, field).map(({ key, name }) => ({ field, key, name }))),
  ...agreements.map((key) => ({ field: 'agreement' as const, key, name: typedAgreements[key] })),
];

export const initiativeAnswer = (summary: string): RequiredOption<Answered> =>
  fieldAnswer<Answered>(summary, { known, print });
