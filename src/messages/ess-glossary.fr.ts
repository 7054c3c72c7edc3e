// The words of the social and solidarity economy: two plain sentences each, and the text of law where one defines them.
// What a place has of its own stands in its file, and is told by ess-place.fr.ts.

const NBSP = '\u00a0';

export interface Term {
  readonly key: string;
  /** As it is listed: « SCOP », « Utilité sociale ». */
  readonly name: string;
  /** What its letters stand for. */
  readonly fullName?: string;
  /** What else it is called, and `name` again: what a look-up reads. */
  readonly names: readonly string[];
  /** A form that a structure takes, a tool of its own, or an idea. */
  readonly kind: 'form' | 'idea';
  readonly words: string;
  readonly source?: string;
}

/** As it is cited in full, once on each card. */
export const LAW = `loi n°${NBSP}2014-856 du 31${NBSP}juillet 2014 relative à l’économie sociale et solidaire`;

const article = (number: string): string => `article ${number} de la ${LAW}`;

const term = (
  [key, name, kind]: readonly [key: string, name: string, kind: Term['kind']],
  { called = [], ...rest }: Pick<Term, 'fullName' | 'words' | 'source'> & { readonly called?: readonly string[] },
): Term => ({
  key,
  name,
  kind,
  names: [name, ...(rest.fullName === undefined ? [] : [rest.fullName]), ...called],
  ...rest,
});

const forms: readonly Term[] = [
  term(['association', 'Association', 'form'], {
    called: ['association loi 1901', 'asso'],
    words:
      'Au moins deux personnes qui mettent en commun leurs connaissances ou leur activité, dans un autre but que de partager des bénéfices. Elle peut vendre et employer, mais ce qu’elle gagne reste à son projet.',
    source: `article 1er de la loi du 1er${NBSP}juillet 1901`,
  }),
  term(['cooperative', 'Coopérative', 'form'], {
    called: ['société coopérative', 'coop', 'mouvement coopératif'],
    words:
      'Une entreprise qui appartient aux personnes qui s’en servent ou qui y travaillent. Chaque membre y a une voix, quelle que soit sa part du capital.',
    source: `loi n°${NBSP}47-1775 du 10${NBSP}septembre 1947 portant statut de la coopération`,
  }),
  term(['scop', 'SCOP', 'form'], {
    fullName: 'société coopérative et participative',
    called: ['société coopérative de production', 'coopérative de production', 'coopérative ouvrière'],
    words: `Une coopérative dont les salariées et salariés sont majoritaires${NBSP}: ensemble, au moins 51${NBSP}% du capital et 65${NBSP}% des voix. Chaque personne associée y a une voix, quel que soit son apport.`,
    source: `loi n°${NBSP}78-763 du 19${NBSP}juillet 1978`,
  }),
  term(['scic', 'SCIC', 'form'], {
    fullName: 'société coopérative d’intérêt collectif',
    words: `Une coopérative où s’associent au moins trois sortes de personnes, dont celles qui y travaillent et celles à qui elle sert${NBSP}; une commune peut en être. Elle produit des biens ou des services d’intérêt collectif, qui ont une utilité sociale.`,
    source: `article 19 quinquies et suivants de la loi n°${NBSP}47-1775 du 10${NBSP}septembre 1947`,
  }),
  term(['cae', 'CAE', 'form'], {
    fullName: 'coopérative d’activité et d’emploi',
    called: [
      'coopérative d’activité',
      'coopérative d’activités et d’emploi',
      'entrepreneur salarié',
      'entrepreneuse salariée',
    ],
    words:
      'Une coopérative où l’on développe sa propre activité sans créer d’entreprise, avec un accompagnement. On y devient salarié·e par contrat, puis l’on s’y associe.',
    source: `article 47 de la ${LAW}`,
  }),
  term(['mutuelle', 'Mutuelle', 'form'], {
    called: ['mutualité', 'mutuelle de santé'],
    words:
      'Un groupement à but non lucratif qui protège ses membres grâce à leurs cotisations, pour la santé par exemple. Il appartient à ses membres, qui élisent celles et ceux qui le dirigent.',
    source: 'code de la mutualité',
  }),
  term(['fondation', 'Fondation', 'form'], {
    words:
      'Une œuvre d’intérêt général à laquelle des personnes ou des entreprises donnent, pour toujours, des biens ou de l’argent. Elle n’a pas de membres et ne partage pas de bénéfices.',
    source: `article 18 de la loi n°${NBSP}87-571 du 23${NBSP}juillet 1987`,
  }),
  term(['societe-commerciale', 'Société commerciale de l’ESS', 'form'], {
    called: ['société commerciale'],
    words:
      'Une société (SAS, SARL…) peut relever de l’ESS si elle recherche une utilité sociale et respecte les mêmes conditions que les autres. Ses statuts doivent l’écrire, avec la part des bénéfices mise en réserve.',
    source: article('1er'),
  }),
  term(['esus', 'ESUS', 'form'], {
    fullName: 'entreprise solidaire d’utilité sociale',
    called: ['agrément ESUS', 'entreprise solidaire'],
    words:
      'Un agrément que l’État donne à des structures de l’ESS dont l’utilité sociale est le but principal. Il peut leur ouvrir des financements, comme l’épargne solidaire.',
    source: `article L.${NBSP}3332-17-1 du code du travail, récrit par l’article 11 de la ${LAW}`,
  }),
  term(['ptce', 'PTCE', 'form'], {
    fullName: 'pôle territorial de coopération économique',
    called: ['pôle territorial'],
    words:
      'Des structures de l’ESS, des entreprises, des collectivités, la recherche ou la formation qui coopèrent sur un même territoire. Ensemble, elles portent des projets innovants et un développement local durable.',
    source: article('9'),
  }),
  term(['cress', 'CRESS', 'form'], {
    fullName: 'chambre régionale de l’économie sociale et solidaire',
    called: ['chambre régionale de l’ESS'],
    words:
      'Dans chaque région, elle représente les structures de l’ESS et les aide à se développer. Elle tient la liste de celles de sa région.',
    source: article('6'),
  }),
  term(['urscop', 'URSCOP', 'form'], {
    fullName: 'union régionale des SCOP',
    called: ['union régionale des SCOP et SCIC'],
    words:
      'Le réseau des SCOP et des SCIC d’une région. Il informe et accompagne les personnes qui créent ou reprennent une coopérative.',
  }),
  term(['tiers-lieu', 'Tiers-lieu', 'form'], {
    called: ['tiers lieux', 'troisième lieu'],
    words:
      'Un lieu partagé, ni chez soi ni au bureau, où l’on vient travailler, se rencontrer et faire ensemble. Chaque tiers-lieu a ses usages, selon les personnes qui le font vivre.',
  }),
  term(['coworking', 'Coworking', 'form'], {
    called: ['co-working', 'espace de travail partagé'],
    words:
      'Une salle de travail partagée par des personnes qui n’ont pas le même employeur ni le même métier. On y trouve une table, une connexion et du monde à qui parler.',
  }),
];

const ideas: readonly Term[] = [
  term(['utilite-sociale', 'Utilité sociale', 'idea'], {
    called: ['besoin social', 'besoins sociaux'],
    words: `Une structure recherche une utilité sociale quand son but principal est d’aider des personnes fragiles, de renforcer le lien social ou la cohésion du territoire, ou d’éduquer à la citoyenneté. Le développement durable, la culture et la solidarité internationale comptent aussi, s’ils sont liés à l’un de ces buts.`,
    source: article('2'),
  }),
  term(['innovation-sociale', 'Innovation sociale', 'idea'], {
    words:
      'Une réponse nouvelle à un besoin social pas, peu ou mal satisfait. La nouveauté peut être ce que l’on propose, ou la façon de s’y prendre.',
    source: article('15'),
  }),
  term(['interet-collectif', 'Intérêt collectif', 'idea'], {
    words:
      'Ce qui sert un ensemble de personnes ou un territoire, au-delà de l’intérêt de chacune et chacun. C’est ce que produit une SCIC.',
  }),
  term(['gouvernance-democratique', 'Gouvernance démocratique', 'idea'], {
    called: ['gouvernance', 'une personne une voix'],
    words:
      'Les membres, les personnes salariées et les autres personnes concernées sont informées et prennent part aux décisions. Leur poids ne dépend pas seulement de l’argent apporté.',
    source: article('1er'),
  }),
  term(['lucrativite-limitee', 'Lucrativité limitée', 'idea'], {
    called: ['lucrativité', 'bénéfices'],
    words:
      'On peut gagner de l’argent, mais la majorité des bénéfices sert à maintenir ou à développer l’activité. Le reste ne se partage que dans les limites de la loi et des statuts.',
    source: article('1er'),
  }),
  term(['reserves-impartageables', 'Réserves impartageables', 'idea'], {
    called: ['réserve impartageable', 'réserves', 'réserves obligatoires'],
    words:
      'Une part des bénéfices est mise de côté et appartient à la structure, pour toujours. Personne ne peut se la distribuer.',
    source: article('1er'),
  }),
  term(['iae', 'Insertion par l’activité économique', 'idea'], {
    called: ['IAE', 'insertion', 'chantier d’insertion', 'entreprise d’insertion'],
    words:
      'Un vrai contrat de travail et un accompagnement, pour des personnes qui ont du mal à trouver un emploi. Les structures qui les embauchent signent pour cela une convention avec l’État.',
    source: `article L.${NBSP}5132-1 et suivants du code du travail`,
  }),
  term(['economie-circulaire', 'Économie circulaire', 'idea'], {
    called: ['circulaire'],
    words:
      'Produire et consommer sans gaspiller les ressources. On fait durer, on partage, on répare, on réemploie, on recycle.',
    source: `article L.${NBSP}110-1-1 du code de l’environnement`,
  }),
  term(['silver-economie', 'Silver économie', 'idea'], {
    called: ['économie des seniors', 'silver'],
    words:
      'L’économie au service des personnes vieillissantes. Elle va du logement aux loisirs, en passant par la santé et l’aide à domicile.',
  }),
  term(['mois-de-l-ess', 'Mois de l’ESS', 'idea'], {
    called: ['mois de l’économie sociale et solidaire'],
    words:
      'Chaque année en novembre, des rencontres ont lieu partout en France pour faire connaître l’ESS. Les CRESS y prennent part dans leur région.',
  }),
  term(['finance-solidaire', 'Finance solidaire', 'idea'], {
    called: ['épargne solidaire', 'financement solidaire'],
    words:
      'De l’argent prêté ou placé pour soutenir des projets utiles à la société ou à l’environnement. L’épargne salariale peut en faire partie.',
  }),
  term(['permanence', 'Permanence', 'idea'], {
    words:
      'Un moment annoncé où un partenaire reçoit, en tête-à-tête ou en groupe. On y vient avec ses questions, même si le projet n’est qu’une idée.',
  }),
];

export const terms: readonly Term[] = [...forms, ...ideas];
