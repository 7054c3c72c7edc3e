// French words (and first names) one letter away from a word of time: « latin » is not « matin », « Joël » not « Noël ».
// Checked against a dictionary; rare inflections nearer to a slip than to use are left out.
import { wordSet } from './word-set.ts';

const WORDS = `
about acres aeres agres aires ajournee ajours ajout amant antre aouta aoute aoutes apercu apero aperos apprend
aptes apures ares ascensions atour atout aupres auteur autre autres avait avance avances avantage avants avent
axant ayant bardis bars bavant bonze bout boute boutes cadre capres caque caques cars carte cartes catin cavant
centre centres ceux cheque chier chique choque cine claque clinquante compete complet completa completee
completer completes completez complets complexe complote contre cours court cout coute coutes couverture craque
cremier cremiere crois cuir cuit curant curee daim dame danse date dates deal debat debet debit debout debuta
debute debuts decelere decentre deci decombres decut dedain dedie defi defie dehanche delie demarche demembre demembrer demembres demeure demies demine demis demise demit demo demos deni denie denier denombre
dense dernieres derniers derriere deuil devie dieux domain dorant doree douce doue douee douez doute doutes
douve doux duel duit dupant dupee durait durat dure durent durer dures durete durez duvet emie emmanche encre
endimanche ente entee enter entier entiers entra entree entrees entrer entres entrez enture environs etre
fendant fermetures feux fier fournee fours fout foute foutes fuit gars gavant gemi gemie glaces gonze gout goute
goutes hait hardi hardis havant hetre hetres heurt heurte heurtes heurts hies hiver hoir huait huart huat
huer huis huits hutte inuit jars jeune jeunes jeux joel jouas joues jougs jouis jour journees joute joutes juan
judo juger juif juive juives julien juliet jurant juree jury jusques laces laques latin lavant levrier lier loir
lourd luit macs main maintenait maire maires mairie mais malin mans maques marais marc march marche marches
marcs mare mares mari maria marie marin marinee marins mario maris mark marks marri marris martin martins matina
matine matinees matiner matines matinez matis maton mats maudis media medias mers meure meures midis milieux
mimi minait minates mincit mini minuits minutee minutees minuter minutez minuties mixte moiree montre mordis
mout murant muree murs musque mutin mutinee nerf neufs nier nobel noell noels noir notre nous nuit nuits oeuf
once onde opaques ours ouvertures pacques palaces paque paquet paquets pardi pares parques pars parti partie
parties partira partis partit partout parues passee passees passible patinee patir pause pavant pedant pendait
pendante pendants pendent pensant pentecotes perdant personnel personnels peux piques placas placee placees
placer placet placets placez plages plaies planes plaques plates pleur pondant poques pose pours premiers pres
prochaines prochains puree quai quand quant quark quarta quarte quarto quarts quartz quasi quater quinte quiz
raout raques ratinee rebut remembre remi rendant rente rentiere rentre rois romanche route routes saques satin
satinee savant seine seoir soie soif soin soire soirees soirs sois soit sourd sous soute soutes suit suite
suites surlendemains taques tarente tartir temps tendant tente tonte tontes touates toue touee touees toues
tournee tours tourte tourtes toussaient toussait toussant tout touts trais tremiere tresse trios tris trocs
trots trous vaques vautour vendant vendrai vendrez ventes ventre vernier veuf veux vinat vint voir votre vous
voute voutes yeux zeros
`;

export const FRENCH_NEIGHBOURS = wordSet(WORDS);
