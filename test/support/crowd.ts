// A crowd of initiatives and projects, as many as wanted and as unlike as those of a large town: codes, words and dates follow
// from each one's number, so that two databases of one size hold the same.
import type pg from 'pg';

export const CROWD_PLACE = 'la-mijoteuse';

const THEMES =
  'reemploi nature alimentation mobilite entraide convivialite culture jeunesse bien-vieillir numerique langues sport habitat emploi';
const DISTRICTS = 'val-d-aran centre gare nord sud lac bourg coteaux pins plaine';
const NEEDS =
  'local materiel benevoles competences financement communication reseau terrain participants accompagnement';
const STAGES = 'idee preparation lancement active';
const WHAT =
  'Jardin|Repair café|Épicerie|Garage|Café des langues|Ludothèque|Chorale|Friperie|Potager|Ressourcerie|Atelier vélo|Crèche|Radio|Théâtre|Ciné-débat|Composteurs|Fête|Colocation|Couture|Cantine';
const HOW =
  'partagé|solidaire|associatif|des familles|du samedi|des voisins|étudiant|itinérant|des aînés|participatif|ouvert|du soir';
const MORE =
  'meubles légumes vélos livres tissus outils chansons langues ordinateurs jouets vêtements graines pains abeilles marches recettes films récits arbres berges';

/** One in five is a project; one in ten sleeps, and is told of to nobody. */
export const fillCrowd = async (pool: pg.Pool, count: number): Promise<void> => {
  const { rows } = await pool.query<{ id: number }>(
    `INSERT INTO member (place_id, display_name, created_at) VALUES ($1, 'someone', now()) RETURNING id`,
    [CROWD_PLACE],
  );
  const lists = [THEMES, DISTRICTS, NEEDS, STAGES].map((words) => words.split(' '));
  const words = [WHAT.split('|'), HOW.split('|'), MORE.split(' ')];
  // `h(k)`: the k-th throw of the dice of that number.
  const drawn = `
    SELECT n, now() - n * interval '1 minute' AS at,
      $5::text[] AS what, $6::text[] AS how, $7::text[] AS more,
      array(SELECT abs(hashint4(n * 31 + k)) FROM generate_series(1, 14) AS k) AS h
    FROM generate_series(1, $8::integer) AS n`;
  const pick = (list: string, throwAt: number) => `(${list})[1 + h[${throwAt}] % cardinality(${list})]`;
  const codes = (first: number, most: number) =>
    `array(SELECT DISTINCT ($3::text[])[1 + h[${first} + k] % 10] FROM generate_series(1, h[${first}] % ${most + 1}) AS k)`;
  const said = `
    ${pick('what', 1)} || ' ' || ${pick('how', 2)} || ' ' || n AS title,
    ${pick('more', 3)} || ', ' || ${pick('more', 4)} || ' et ' || ${pick('more', 5)} AS summary,
    ${pick('$1::text[]', 6)} AS theme, ${pick('$2::text[]', 7)} AS district, ${pick('$4::text[]', 8)} AS stage,
    ${codes(9, 3)} AS needs, ${codes(12, 2)} AS offers`;
  const parameters = [...lists, ...words, count];
  await pool.query(
    `INSERT INTO initiative (place_id, number, title, summary, theme, district, stage, needs, offers, state, created_at, news_at, request_id)
     SELECT '${CROWD_PLACE}', n, title, summary, theme, district, stage, needs, offers,
       CASE WHEN n % 10 = 9 THEN 'dormant' ELSE 'spotted' END, at, at, 'crowd ' || n
     FROM (SELECT n, at, ${said} FROM (${drawn}) AS drawn WHERE n % 5 <> 0) AS one`,
    parameters,
  );
  await pool.query(
    `INSERT INTO project (place_id, number, owner_id, name, pitch, theme, district, stage, needs, offers, visibility, created_at, request_id)
     SELECT '${CROWD_PLACE}', n, ${rows[0]?.id ?? 0}, title, summary, theme, district, stage, needs, offers, 'members', at, 'crowd ' || n
     FROM (SELECT n, at, ${said} FROM (${drawn}) AS drawn WHERE n % 5 = 0) AS one`,
    parameters,
  );
};
