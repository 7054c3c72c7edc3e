// Words of asking: a clause that has no other says nothing of what for (« dites, ce serait jouable ? »). A purpose that has
// one of them beside others keeps it: « demander une subvention ».
import { memo } from './memo.ts';
import { nearWords } from './slips.ts';
import { wordSet } from './word-set.ts';

const TALK = wordSet(`
  je j tu t il elle on nous vous ils elles me m te se s moi toi lui leur y en que qu c ce ca cela ceci est t
  peux peut pouvons pouvez peuvent pourrais pourrait pourrions pourriez pourraient pourrai pourra pourrons pourrez puis
  puisse puissions puissiez puissent pouvoir
  veux veut voulons voulez veulent voudrais voudrait voudrions voudriez voudraient voulais voulait voulions vouliez veuillez
  vouloir aime aimons aimez aimerais aimerait aimerions aimeriez aimeraient
  souhaite souhaites souhaitons souhaitez souhaitent souhaitais souhaitait souhaitions souhaiterais souhaiterait
  souhaiterions souhaiteraient souhaiter desire desirons desirez desirent desirerais desirerait desirerions desirer
  viens vient venons venez viennent viendrai viendra viendrons viendrez viendront viendrais viendrait viendrions
  viendraient venir passe passons passer passerai passera passerons passerais passerait passerions
  suis es sommes etes sont serai sera serons serez seront serais serait serions seriez seraient etais etait etions
  etaient soit ete etre ai as a avons avez ont aurai aura aurons aurez aurais aurait aurions auriez auraient avais avait
  avions aviez avoir faut faudra faudrait fallait
  reserver reserve reserves reservons reservez reserverai reserverais reserverions reservation reservations resa resas
  prendre prends prend prenons prenez prendrai prendrais prendrions occuper utiliser disposer profiter beneficier
  emprunter obtenir privatiser retenir garder garde gardes gardez bloquer bloque bloques bloquez mettre mets mettez poser noter note
  notez inscrire inscris inscrivez installer demande demander demandons cherche chercher cherchons trouver trouve
  pense penses pensez penser pensons crois croyez sais sait savez saurais sauriez savoir dis dites dire confirme confirmez
  excuse excuses excusez desole desolee pardon permets permet permettez contacte contacter ecris ecrire appelle
  sollicite solliciter adresse reviens prie remercie remercions compte comptons envisage envisageons espere esperons
  prevois prevoyons marche marcherait convient conviendrait arrange arrangerait irait va vais allons aller reste restait
  demandais demandait pensais pensait comptais comptait envisageais envisageait esperais esperait prevoyais prevoyait
  ajouter ajoute ajoutez rajouter pointe pointer fais fait faites ferait laisse laissez donne donnez donner debarque
  arrive arriverai arrivons repars repartirai repasse repasserai squatte squatter glisse glisser case caser cale caler
  signale signaler informe previens prevenir tente tenter essaie essayer contente content contents ravi ravie
  quelquun prenais prenait prenions viendrons faudrait endroit travailler bosser hebdomadaire hebdo
  pouvais pouvait pouvions pouviez pouvaient aviez preniez accueillir accueillez possibilite possibilites chance tranquille
  envie besoin intention moyen plaisir temps idee presence venue hate
  franchement imperativement honnetement sincerement exceptionnellement eventuellement idealement directement clairement
  justement obligatoirement necessairement effectivement evidemment forcement habituellement exactement egalement
  place places poste bureau salle espace creneau creneaux table lieu coin
  bien absolument vraiment plutot encore deja juste simplement seulement possible possibles jouable faisable envisageable
  top super genial geniale cool parfait ideal sympa petit petite libre libres dispo dispos disponible disponibles gentil
  gentille aimable toujours aussi volontiers probablement certainement surement normalement finalement enfin alors donc
  eh ah oh hop bah ben bon ok oui vite rapidement svp stp merci bcp beaucoup infiniment tous toute tout toutes
  bonjour bonsoir salut coucou hello re journee soiree bonne belle cordialement salutations
  au aux de du des d le la les l un une et ou si dans sur par pour afin avec chez plait
`);

/** What a slip may be mended to: said to ask, and near to no other word that a purpose may have. */
const SPELLABLE = [
  ...[
    'reserver',
    'reservation',
    'reservez',
    'voudrais',
    'voudrait',
    'voudrions',
    'souhaite',
    'souhaiterais',
    'aimerais',
  ],
  ...['bonjour', 'bonsoir', 'merci', 'salut', 'possible', 'disponible', 'pourrais', 'cordialement', 'plait'],
];
const OTHER_WORDS = wordSet(`
  plaît plat plan plant plaid plaie plais laid impossible possibles disponibles merce mercie perci marci berci mer cerci mercis saluts
  salue salit salat observer preserver reservoir reserves reservee reservees reserver preservation observation reservations
`);
const near = nearWords(SPELLABLE);
const SHORTEST = 5;

/** A courtesy with one letter wrong. */
export const isMisspelledCourtesy = memo(
  (word: string): boolean =>
    word.length >= SHORTEST && !TALK.has(word) && !OTHER_WORDS.has(word) && near(word).length > 0,
);

export const isTalk = (word: string): boolean => TALK.has(word) || isMisspelledCourtesy(word);
