// What the staff is told of a partner's calendar that can't be read.
import type { FeedProblem } from '../core/feeds/model.ts';
import type { Feed } from '../place/feeds.ts';
import { code, p, type Reply, say, strong } from '../reply/tree.ts';

const whatHappens = (problem: FeedProblem): string => {
  switch (problem.code) {
    case 'feed.unreachable':
      return 'son serveur ne répond pas';
    case 'feed.refused':
      return problem.status === 404 || problem.status === 410
        ? 'il n’y a plus rien à cette adresse'
        : `son serveur refuse de le donner (réponse ${problem.status})`;
    case 'feed.too_slow':
      return `son serveur met plus de ${problem.seconds}\u00a0secondes à répondre`;
    case 'feed.too_big':
      return `il pèse plus de ${problem.mebibytes}\u00a0Mo`;
    case 'feed.sent_elsewhere':
      return `son adresse renvoie vers ${problem.host}, que le fichier du lieu ne nomme pas`;
    case 'feed.not_a_calendar':
      return 'ce qui est à cette adresse n’est pas un calendrier (.ics)';
  }
};

const whatToDo = (problem: FeedProblem): string =>
  problem.code === 'feed.unreachable' || problem.code === 'feed.too_slow'
    ? 'C’est réessayé chaque heure. Si cela dure, demandez à ce partenaire.'
    : 'Demandez la bonne adresse à ce partenaire, puis corrigez-la dans le fichier du lieu, sous «\u00a0agendas des partenaires\u00a0».';

export const brokenFeedReply = ({ name, url }: Feed, problem: FeedProblem): Reply =>
  say(
    'info',
    p(strong(name), `\u00a0: cet agenda ne peut plus être lu, car ${whatHappens(problem)}.`),
    p('Ce qui en était connu reste à l’agenda. ', whatToDo(problem)),
    p('Adresse\u00a0: ', code(url)),
  );
