import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { choice } from '../../src/chat/options/choice.ts';
import { rest } from '../../src/chat/options/rest.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { roleNames } from '../../src/messages/role.fr.ts';
import { namesakesReply, personRolesReply, roleGivenReply, rolesReply } from '../../src/messages/staff.fr.ts';

export const donner = defineCommand({
  name: 'role',
  summary: 'Donner un rôle',
  access: 'animation',
  audience: 'asker',
  options: { role: optional(choice('Quel rôle', roleNames)), personne: optional(rest('À qui')) },
  examples: ['Karim animation', ''],

  async run({ args, actor, core, place, line, lineWith }) {
    const { roles } = core.staff;
    if (args.personne === undefined) {
      const holders = await roles.holders(actor);
      return holders.ok ? rolesReply(holders.value) : refuse(holders.error, place);
    }
    const outcome =
      args.role === undefined
        ? await roles.person(actor, args.personne)
        : await roles.give(actor, args.personne, args.role);
    if (!outcome.ok) return refuse(outcome.error, place);
    if (outcome.value.kind === 'namesakes')
      return namesakesReply(outcome.value, (typed) => lineWith({ personne: typed }));
    const { person } = outcome.value;
    const withdrawLine = (each: string) => line('equipe retirer', { role: each, personne: String(person.memberId) });
    return args.role === undefined
      ? personRolesReply(person, withdrawLine)
      : roleGivenReply(person, withdrawLine(args.role));
  },
});

export const retirer = defineCommand({
  name: 'retirer',
  summary: 'Retirer un rôle',
  access: 'animation',
  audience: 'asker',
  options: { role: choice('Quel rôle', roleNames), personne: rest('À qui') },
  examples: ['Karim animation'],

  async run({ args, actor, core, place, line, lineWith }) {
    const outcome = await core.staff.roles.withdraw(actor, args.personne, args.role);
    if (!outcome.ok) return refuse(outcome.error, place);
    if (outcome.value.kind === 'namesakes')
      return namesakesReply(outcome.value, (typed) => lineWith({ personne: typed }));
    const { person } = outcome.value;
    return roleGivenReply(person, line('equipe role', { role: args.role, personne: String(person.memberId) }));
  },
});
