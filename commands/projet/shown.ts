// A project on its card, as whoever asks may see it.
import type { Call } from '../../src/chat/command.ts';
import type { Project, ProjectFailure } from '../../src/core/projects/model.ts';
import { isTeam } from '../../src/core/projects/rules.ts';
import type { Result } from '../../src/kernel/result.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { projectReply, threadLines } from '../../src/messages/project.fr.ts';
import type { Reply } from '../../src/reply/tree.ts';

type Asked = Pick<Call<unknown>, 'actor' | 'core' | 'place' | 'line'>;

/** What the form is filled with. */
const editLine = ({ line }: Asked, project: Project): string => {
  const { needs: besoins, offers: offres } = project;
  return line('projet modifier', {
    projet: { kind: 'project', number: project.number },
    nom: project.name,
    ...(besoins.length > 0 && { besoins }),
    ...(offres.length > 0 && { offres }),
    ...(project.pitch !== '' && { presentation: project.pitch }),
  });
};

export const projectCard = async (asked: Asked, project: Project, done?: string): Promise<Reply> => {
  const { actor, place } = asked;
  const isMine = project.ownerId === actor.memberId;
  const thread = threadLines(place, await asked.core.projects.thread(actor, project));
  return projectReply(place, project, {
    isMine,
    mayLink: isTeam(actor),
    editLine: editLine(asked, project),
    done,
    thread,
  });
};

export const projectOutcome = async (
  asked: Asked,
  outcome: Result<Project, ProjectFailure>,
  done?: string,
): Promise<Reply> => (outcome.ok ? projectCard(asked, outcome.value, done) : refuse(outcome.error, asked.place));
