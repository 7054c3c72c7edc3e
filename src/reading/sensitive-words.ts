// Words that say of someone what is nobody's to note: without accents, in the masculine singular; their other forms follow.
// What is as often a theme as a person (« le handicap ») is told apart by what stands before it.
import type { SensitiveKind } from './sensitive-spans.ts';

type PersonalKind = Extract<SensitiveKind, 'health' | 'origin' | 'religion' | 'offence'>;

const phrases = (text: string): readonly string[] =>
  text
    .split(/[|\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

const health = phrases(`
  en cure | boit beaucoup | boit trop | depressif | depression | burn out | burnout | bipolaire | schizophrene | schizophrenie | anorexie | anorexique
  boulimie | boulimique | paranoiaque | psychotique | psychose | trouble psychique | trouble psychiatrique
  trouble mental | maladie mentale | suivi psychiatrique | hopital psychiatrique | en psychiatrie | son psychiatre
  sa psychologue | son psychologue | voit un psy | suicidaire | suicide | suicider | toxicomane | alcoolique
  alcoolisme | alcoolo | drogue dure | se drogue | cure de desintoxication | en desintox | addiction | diabete
  diabetique | cancer | cancereux | leucemie | tumeur | chimio | chimiotherapie | epilepsie | epileptique
  asthmatique | autiste | autisme | trisomique | trisomie | dyslexique | hyperactif | tdah | sida | vih
  seropositif | hepatite | tuberculose | sclerose en plaques | fibromyalgie | alzheimer | parkinson | infarctus
  avc | obese | obesite | handicape | un handicap | son handicap | mon handicap | leur handicap | d un handicap | en situation de handicap | handicap moteur
  handicap mental | handicap psychique | handicap visuel | handicap auditif | paraplegique | tetraplegique
  en fauteuil roulant | malvoyant | malentendant | aveugle | sourd | invalide | invalidite | rqth | aah | mdph
  hospitalise | hospitalisation | se fait operer | ete opere | arret maladie | conge maladie | malade | maladie
  probleme de sante | souci de sante | ennui de sante | raison de sante | etat de sante | sante fragile
  mauvaise sante | est enceinte | femme enceinte | enceinte de | fausse couche | ivg | avortement | avorter
  sous antidepresseur | antidepresseur | anxiolytique | sous tutelle | sous curatelle
`);

const religion = phrases(`
  musulman | chretien | catholique | protestant | evangelique | orthodoxe | juif | israelite | bouddhiste
  hindouiste | temoin de jehovah | islam | islamiste | salafiste | ramadan | porte le voile | porte un voile
  femme voilee | fille voilee | dame voilee | mange halal | mange casher | va a la mosquee | va a la messe
  va a la synagogue | va a l eglise | frequente la mosquee | frequente l eglise | frequente la synagogue
  tres croyant | athee | sa religion
`);

const origin = phrases(`
  sans papiers | est sans papier | sont sans papier | demandeur d asile | demandeuse d asile | demande d asile | refugie | immigre | migrant
  clandestin | titre de sejour | carte de sejour | oqtf | primo arrivant | gens du voyage | rom | gitan | tsigane
  manouche | maghrebin | beur | beurette | metis | personne de couleur | peau noire | ne a l etranger | ethnie
  d origine etrangere | en situation irreguliere
`);

const offence = phrases(`
  sort de prison | sorti de prison | sortant de prison | sortir de prison | sortie de prison | en prison
  fait de la prison | an de prison | mois de prison | peine de prison | detenu | ex detenu | incarcere
  incarceration | ete condamne | condamne pour | condamne a | condamnation | casier judiciaire
  bracelet electronique | garde a vue | delinquant | delinquance | controle judiciaire | sous main de justice
  mis en examen | liberte conditionnelle | tig | pjj | spip | trafic de drogue | trafic de stupefiant | dealer
  dealeur | deale | pour vol | a vole | cambriolage | porte plainte | mari la bat | conjoint la bat | compagnon la bat | mari violent | conjoint violent | connu de la police
  connu des services de police | violence conjugale | violence familiale
  femme battue | battue par | agresse | agression sexuelle | viole par | viol | radicalise | fiche s
`);

export const PERSONAL: Readonly<Record<PersonalKind, readonly string[]>> = { health, origin, religion, offence };

/** Said of a dish or a language they say nothing of anyone: only after a word for someone, or « d’origine ». */
export const NATIONALITIES = phrases(`
  afghan | africain | albanais | algerien | allemand | americain | anglais | angolais | antillais | arabe
  armenien | asiatique | belge | berbere | bresilien | bulgare | camerounais | capverdien | chinois | colombien
  comorien | congolais | espagnol | georgien | ghaneen | guineen | haitien | indien | irakien | iranien | italien
  ivoirien | kabyle | kosovar | kurde | libanais | libyen | malgache | malien | marocain | mauritanien | nigerian
  nigerien | pakistanais | palestinien | polonais | portugais | roumain | russe | rwandais | senegalais | serbe
  somalien | soudanais | sri lankais | syrien | tchadien | tchetchene | togolais | tunisien | turc | ukrainien
  venezuelien | vietnamien | maghrebin
`);
