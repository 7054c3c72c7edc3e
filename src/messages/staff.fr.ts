// What the staff reads of people and their roles.
import type { NamedMember, Namesakes } from '../core/roles/model.ts';
import type { Role } from '../place/model.ts';
import { buttons, code, heading, list, p, type Reply, say, strong } from '../reply/tree.ts';
import { roleNames } from './role.fr.ts';
import { count, enumerate } from './words.fr.ts';

const rolesOf = ({ roles }: NamedMember): string =>
  roles.length === 0 ? 'membre' : enumerate(roles.map((role) => roleNames[role].toLowerCase()));

/** The number tells two people of one name apart. */
const choiceOf = ({ memberId, name }: NamedMember, lineFor: (typed: string) => string) => ({
  label: name,
  hint: `n° ${memberId}`,
  command: lineFor(String(memberId)),
});

export const rolesReply = (people: readonly NamedMember[]): Reply =>
  say(
    'info',
    heading('Les rôles'),
    ...(people.length === 0
      ? [p('Personne n’a de rôle pour l’instant, hors l’administration de cet espace de discussion.')]
      : [list(people.map((person) => [strong(person.name), `\u00a0: ${rolesOf(person)}`]))]),
    p(
      'Pour en donner un\u00a0: ',
      code('/equipe role Karim animation'),
      '. Pour le reprendre\u00a0: ',
      code('/equipe retirer Karim animation'),
      '.',
    ),
  );

export const namesakesReply = ({ people }: Namesakes, lineFor: (typed: string) => string): Reply =>
  say('question', p(`${count(people.length, 'personne porte', 'personnes portent')} ce nom. Laquelle\u00a0?`), {
    type: 'choice',
    label: 'Choisir une personne',
    options: people.map((person) => choiceOf(person, lineFor)),
  });

export const personRolesReply = (person: NamedMember, lineFor: (role: Exclude<Role, 'membre'>) => string): Reply =>
  say(
    'info',
    p(strong(person.name), `\u00a0: ${rolesOf(person)}.`),
    ...(person.roles.length === 0
      ? []
      : [
          buttons(
            ...person.roles.map((role) => ({
              label: `Retirer «\u00a0${roleNames[role]}\u00a0»`,
              command: lineFor(role),
            })),
          ),
        ]),
  );

export const roleGivenReply = (person: NamedMember, undoLine: string): Reply =>
  say(
    'done',
    p('C’est fait. ', strong(person.name), `\u00a0: ${rolesOf(person)}.`),
    buttons({ label: 'Revenir en arrière', command: undoLine }),
  );
