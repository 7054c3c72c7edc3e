// What people write of an initiative, and what it means: each row was read by a person.
import type { InitiativeReading } from '../../src/reading/initiative.ts';

export const initiatives: readonly (readonly [typed: string, said: Partial<InitiativeReading>])[] = [
  [
    'Repair café au Val d’Aran, cherche un local et des bénévoles',
    { title: 'Repair café', district: 'val-d-aran', theme: 'reemploi', needs: ['local', 'benevoles'] },
  ],
  [
    'repair cafe au val daran cherche local et benevoles',
    { title: 'Repair cafe', district: 'val-d-aran', theme: 'reemploi', needs: ['local', 'benevoles'] },
  ],
  [
    "REPAIR CAFÉ AU VAL D'ARAN CHERCHE UN LOCAL ET DES BÉNÉVOLES",
    { title: 'Repair café', district: 'val-d-aran', theme: 'reemploi', needs: ['local', 'benevoles'] },
  ],
  [
    'Repair café, Val d’Arant, cherche un locl et des bénévols',
    {
      title: 'Repair café',
      summary: 'cherche un locl et des bénévols',
      district: 'val-d-aran',
      theme: 'reemploi',
      needs: ['benevoles'],
    },
  ],
  [
    'Jardin partagé, une douzaine d’habitants, cherche un terrain, propose des graines',
    { title: 'Jardin partagé', theme: 'nature', people: 12, needs: ['terrain'], offers: ['materiel'] },
  ],
  [
    'Des habitants veulent monter un jardin partagé au Val d’Aran, il leur manque un terrain',
    { title: 'Jardin partagé', district: 'val-d-aran', theme: 'nature', stage: 'preparation', needs: ['terrain'] },
  ],
  [
    'Une vingtaine de voisines envisagent d’ouvrir un café associatif ; besoin de financement et de conseils',
    {
      title: 'Café associatif',
      theme: 'convivialite',
      stage: 'idee',
      people: 20,
      needs: ['financement', 'accompagnement'],
    },
  ],
  [
    'Atelier vélo : prête des outils, cherche un garage',
    { title: 'Atelier vélo', theme: 'mobilite', needs: ['local'], offers: ['materiel'] },
  ],
  [
    'Ressourcerie en projet, manque d’un local de 40 m² avec un point d’eau',
    {
      title: 'Ressourcerie',
      summary: 'manque d’un local de 40 m² avec un point d’eau',
      theme: 'reemploi',
      stage: 'preparation',
      needs: ['local'],
    },
  ],
  [
    'Épicerie solidaire portée par 8 familles, à la recherche de bénévoles, d’un local et d’un congélateur',
    { title: 'Épicerie solidaire', theme: 'alimentation', people: 8, needs: ['benevoles', 'local', 'materiel'] },
  ],
  [
    'Garde d’enfants partagée entre cinq parents, a déjà un local, cherche des familles',
    {
      title: 'Garde d’enfants partagée',
      summary: 'a déjà un local',
      theme: 'jeunesse',
      people: 5,
      needs: ['participants'],
    },
  ],
  [
    'Café des langues, tous les jeudis, propose des cours de français, a besoin de communication',
    {
      title: 'Café des langues',
      summary: 'tous les jeudis\u00a0; propose des cours de français',
      theme: 'langues',
      needs: ['communication'],
    },
  ],
  [
    'cherche un local et des bénévoles au Val d’Aran',
    { title: 'Cherche un local et des bénévoles au Val d’Aran', district: 'val-d-aran', needs: ['local', 'benevoles'] },
  ],
  [
    'L’association Les Jardins de Babette veut monter un verger partagé, besoin d’un terrain',
    {
      title: 'Verger partagé',
      summary: 'L’association Les Jardins de Babette',
      theme: 'nature',
      stage: 'preparation',
      needs: ['terrain'],
    },
  ],
  [
    'Besoins : local, bénévoles, matériel. Ludothèque de quartier',
    { title: 'Ludothèque de quartier', theme: 'convivialite', needs: ['local', 'benevoles', 'materiel'] },
  ],
  [
    'Ludothèque de quartier. Besoins : local, bénévoles, matériel.',
    { title: 'Ludothèque de quartier', theme: 'convivialite', needs: ['local', 'benevoles', 'materiel'] },
  ],
  [
    'Chorale intergénérationnelle, ne cherche pas de local',
    { title: 'Chorale intergénérationnelle', summary: 'ne cherche pas de local', theme: 'culture' },
  ],
  [
    'Bonjour, un collectif d’habitants du Val d’Aran aimerait lancer une grainothèque, merci',
    { title: 'Grainothèque', district: 'val-d-aran', theme: 'nature', stage: 'idee' },
  ],
  [
    'Troc de vêtements organisé chaque mois par 6 mamans, propose un coup de main pour la couture',
    {
      title: 'Troc de vêtements organisé chaque mois',
      summary: 'propose un coup de main pour la couture',
      theme: 'reemploi',
      people: 6,
      offers: ['benevoles'],
    },
  ],
  [
    'Idée de pédibus pour l’école, il faudrait des parents volontaires',
    { title: 'Pédibus pour l’école', theme: 'mobilite', stage: 'idee', needs: ['participants', 'benevoles'] },
  ],
  [
    'Nous sommes trois et nous voulons créer une bricothèque, on cherche un local',
    { title: 'Bricothèque', theme: 'reemploi', people: 3, needs: ['local'] },
  ],
  [
    'Compost collectif de la résidence des Ramassiers, manque de bacs et de communication',
    {
      title: 'Compost collectif de la résidence des Ramassiers',
      summary: 'manque de bacs et de communication',
      theme: 'nature',
      needs: ['communication'],
    },
  ],
  [
    'Fête de quartier en juin, cherche des bénévoles et des tables',
    { title: 'Fête de quartier en juin', theme: 'convivialite', needs: ['benevoles', 'materiel'] },
  ],
  [
    'Aide aux devoirs le mercredi, recherche des étudiants bénévoles et une salle',
    {
      title: 'Aide aux devoirs le mercredi',
      summary: 'recherche des étudiants bénévoles et une salle',
      theme: 'jeunesse',
      needs: ['benevoles', 'local'],
    },
  ],
  [
    'Boîte à livres devant l’école, met à disposition des livres',
    { title: 'Boîte à livres devant l’école', theme: 'culture', offers: ['materiel'] },
  ],
  [
    'Café-théâtre d’habitants, a besoin d’un vidéoprojecteur et d’un accompagnement',
    {
      title: 'Café-théâtre d’habitants',
      summary: 'a besoin d’un vidéoprojecteur et d’un accompagnement',
      theme: 'culture',
      needs: ['accompagnement'],
    },
  ],
  [
    'Potager au pied des immeubles, prête une tondeuse',
    { title: 'Potager au pied des immeubles', theme: 'nature', offers: ['materiel'] },
  ],
  [
    'Covoiturage pour le marché du samedi, cherche des participants',
    { title: 'Covoiturage pour le marché du samedi', theme: 'mobilite', needs: ['participants'] },
  ],
  [
    'Bourse aux vêtements au val d aran, propose des vêtements d’enfants',
    {
      title: 'Bourse aux vêtements',
      summary: 'propose des vêtements d’enfants',
      district: 'val-d-aran',
      theme: 'entraide',
      offers: ['materiel'],
    },
  ],
  [
    'Ciné-débat mensuel, cherche un lieu et un financement',
    { title: 'Ciné-débat mensuel', theme: 'culture', needs: ['local', 'financement'] },
  ],
  [
    'Conciergerie solidaire, se monte, cherche des statuts et un local',
    { title: 'Conciergerie solidaire', theme: 'emploi', stage: 'preparation', needs: ['accompagnement', 'local'] },
  ],
  [
    'Fablab de quartier, a besoin d’ordinateurs et de compétences',
    { title: 'Fablab de quartier', theme: 'numerique', needs: ['materiel', 'competences'] },
  ],
  ['Frigo solidaire, cherche un frigo', { title: 'Frigo solidaire', theme: 'alimentation', needs: ['materiel'] }],
  [
    'Cours de couture entre voisines, propose un coup de main et prête des machines',
    { title: 'Cours de couture entre voisines', theme: 'culture', offers: ['benevoles', 'materiel'] },
  ],
  [
    'Sorties de randonnée pour les retraités, une dizaine de personnes',
    { title: 'Sorties de randonnée pour les retraités', theme: 'sport', people: 10 },
  ],
  [
    'Marche du dimanche, 15 personnes, cherche des habitants',
    { title: 'Marche du dimanche', theme: 'mobilite', people: 15, needs: ['participants'] },
  ],
  [
    'Atelier cuisine du monde avec 12 femmes du Val d’Aran, cherche une cuisine et du matériel',
    {
      title: 'Atelier cuisine du monde',
      summary: 'cherche une cuisine et du matériel',
      district: 'val-d-aran',
      theme: 'alimentation',
      people: 12,
      needs: ['materiel'],
    },
  ],
  ['Monter une ressourcerie', { title: 'Ressourcerie', theme: 'reemploi' }],
  ['Lancer un AMAP au Val d’Aran', { title: 'AMAP', district: 'val-d-aran', theme: 'alimentation' }],
  ['Projet de verger partagé, besoin de terrain', { title: 'Verger partagé', theme: 'nature', needs: ['terrain'] }],
  [
    'Projet d’habitat participatif porté par six familles, manque un terrain et un accompagnement juridique',
    {
      title: 'Habitat participatif',
      summary: 'manque un terrain et un accompagnement juridique',
      theme: 'habitat',
      people: 6,
      needs: ['terrain', 'accompagnement'],
    },
  ],
  ['Jardin des Marots : besoin de bras', { title: 'Jardin des Marots', summary: 'besoin de bras', theme: 'nature' }],
  [
    'Garage associatif, ouvre bientôt, cherche des outils, des mécaniciens bénévoles et un financement',
    {
      title: 'Garage associatif',
      summary: 'cherche des outils, des mécaniciens bénévoles et un financement',
      theme: 'mobilite',
      stage: 'lancement',
      needs: ['materiel', 'benevoles', 'financement'],
    },
  ],
  [
    'Une ludothèque ambulante qui propose des jeux et qui cherche une camionnette',
    { title: 'Ludothèque ambulante', summary: 'qui propose des jeux', theme: 'convivialite', needs: ['materiel'] },
  ],
  [
    'Groupe de parole de jeunes parents, a déjà une salle, cherche des parents',
    {
      title: 'Groupe de parole de jeunes parents',
      summary: 'a déjà une salle',
      theme: 'jeunesse',
      needs: ['participants'],
    },
  ],
  [
    'Radio de quartier lancée récemment, prête du matériel, manque de bénévoles',
    { title: 'Radio de quartier', theme: 'culture', stage: 'lancement', needs: ['benevoles'], offers: ['materiel'] },
  ],
  [
    'Repas partagé chaque mois, n’a pas besoin de local',
    { title: 'Repas partagé chaque mois', summary: 'n’a pas besoin de local', theme: 'alimentation' },
  ],
  ['Troc de plantes', { title: 'Troc de plantes', theme: 'reemploi' }],
  [
    'Écrivain public bénévole, offre son aide administrative',
    { title: 'Écrivain public bénévole', theme: 'entraide', offers: ['accompagnement'] },
  ],
  [
    'Coopérative éphémère de jeunes, prête à démarrer',
    { title: 'Coopérative éphémère de jeunes', summary: 'prête à démarrer', theme: 'emploi', stage: 'lancement' },
  ],
  [
    'Atelier d’initiation au numérique pour les aînés, dispose de 5 ordinateurs, cherche des animateurs',
    {
      title: 'Atelier d’initiation au numérique pour les aînés',
      summary: 'dispose de 5 ordinateurs',
      theme: 'numerique',
      needs: ['competences'],
      offers: ['materiel'],
    },
  ],
  [
    'Une offre de yoga pour les seniors, recherche une salle',
    { title: 'Offre de yoga pour les seniors', theme: 'sport', needs: ['local'] },
  ],
  [
    'Nettoyage de la Haute-Garonne, deux fois par an, a besoin de volontaires',
    { title: 'Nettoyage de la Haute-Garonne', summary: 'deux fois par an', theme: 'nature', needs: ['benevoles'] },
  ],
  [
    'Les Incroyables Comestibles, manquent de graines et d’un bout de terrain',
    { title: 'Les Incroyables Comestibles', needs: ['materiel', 'terrain'] },
  ],
  [
    'Collectif de mamans : garde d’enfants le soir ; elles sont huit ; elles cherchent une salle',
    {
      title: 'Collectif de mamans',
      summary: 'garde d’enfants le soir',
      theme: 'jeunesse',
      people: 8,
      needs: ['local'],
    },
  ],
  ['ressourcerie manque local benevoles', { title: 'Ressourcerie', theme: 'reemploi', needs: ['local', 'benevoles'] }],
  ['Jardin partage, cherche un local', { title: 'Jardin partage', theme: 'nature', needs: ['local'] }],
  ['Des voisins ont envie de créer une chorale', { title: 'Chorale', theme: 'culture', stage: 'idee' }],
  [
    'On voudrait organiser une fête des voisins au Val d’Aran, il nous faut des tables et des chaises',
    { title: 'Fête des voisins', district: 'val-d-aran', theme: 'convivialite', stage: 'idee', needs: ['materiel'] },
  ],
  [
    'Les habitants du Val d’Aran demandent un pédibus',
    { title: 'Pédibus', summary: 'Les habitants du Val d’Aran', district: 'val-d-aran', theme: 'mobilite' },
  ],
  [
    'Atelier de réparation de vélos une fois par semaine, dispose d’un garage',
    { title: 'Atelier de réparation de vélos une fois par semaine', theme: 'reemploi', offers: ['local'] },
  ],
  ['Bibliothèque de rue (cherche des livres)', { title: 'Bibliothèque de rue', theme: 'culture', needs: ['materiel'] }],
  [
    'Réseau d’entraide entre voisins – propose du soutien scolaire',
    { title: 'Réseau d’entraide entre voisins', summary: 'propose du soutien scolaire', theme: 'entraide' },
  ],
  ['Pétanque du vendredi ; cherche un terrain', { title: 'Pétanque du vendredi', theme: 'sport', needs: ['terrain'] }],
  [
    'Accorderie, existe depuis 2024, cherche des adhérents',
    { title: 'Accorderie', summary: 'existe depuis 2024', theme: 'entraide', stage: 'active', needs: ['participants'] },
  ],
  [
    'Accorderie, fonctionne depuis deux ans, 40 membres',
    { title: 'Accorderie', summary: 'fonctionne depuis deux ans', theme: 'entraide', stage: 'active', people: 40 },
  ],
  [
    'Vide-grenier solidaire, mettent à disposition leur garage',
    { title: 'Vide-grenier solidaire', theme: 'reemploi', offers: ['local'] },
  ],
  [
    'Friperie éphémère, manque de visibilité',
    { title: 'Friperie éphémère', theme: 'reemploi', needs: ['communication'] },
  ],
  [
    'Cantine de quartier, en cours de montage, cherche un cuisinier et un four',
    { title: 'Cantine de quartier', theme: 'alimentation', stage: 'preparation', needs: ['competences', 'materiel'] },
  ],
  [
    'Atelier bois partagé. Ils sont sept. Ils cherchent un hangar. Ils prêtent des machines.',
    { title: 'Atelier bois partagé', people: 7, needs: ['local'], offers: ['materiel'] },
  ],
  [
    'Cours de français pour femmes du quartier, recherche de formatrices',
    { title: 'Cours de français pour femmes du quartier', theme: 'langues', needs: ['competences'] },
  ],
  [
    'Épicerie participative au Val d’Aran avec une trentaine d’habitants, besoin d’un local, d’un financement et de conseils juridiques',
    {
      title: 'Épicerie participative',
      summary: 'besoin d’un local, d’un financement et de conseils juridiques',
      district: 'val-d-aran',
      theme: 'alimentation',
      people: 30,
      needs: ['local', 'financement', 'accompagnement'],
    },
  ],
  [
    'Panneaux solaires citoyens, à la recherche de partenaires',
    { title: 'Panneaux solaires citoyens', theme: 'habitat', needs: ['reseau'] },
  ],
  [
    'Tricot-thé des retraitées, cherche du public',
    { title: 'Tricot-thé des retraitées', theme: 'culture', needs: ['participants'] },
  ],
  [
    'Ruches partagées, va se lancer, manque de compétences et de matériel',
    { title: 'Ruches partagées', theme: 'nature', stage: 'preparation', needs: ['competences', 'materiel'] },
  ],
  [
    'Café associatif. Besoin : un local. Offre : du matériel',
    { title: 'Café associatif', theme: 'convivialite', needs: ['local'], offers: ['materiel'] },
  ],
  [
    'Maraude du mardi, donne des repas, cherche une camionnette',
    { title: 'Maraude du mardi', summary: 'donne des repas', theme: 'entraide', needs: ['materiel'] },
  ],
  [
    'Colocation intergénérationnelle, réfléchit à un statut',
    { title: 'Colocation intergénérationnelle', summary: 'réfléchit à un statut', theme: 'habitat', stage: 'idee' },
  ],
  ['Conférences gesticulées dans une autre commune', { title: 'Conférences gesticulées', district: 'hors-colomiers' }],
  [
    'Atelier informatique : cherche 3 bénévoles',
    { title: 'Atelier informatique', summary: 'cherche 3 bénévoles', theme: 'numerique', needs: ['benevoles'] },
  ],
  [
    'Jardin, cherche un local pour 12 personnes',
    { title: 'Jardin', summary: 'cherche un local pour 12 personnes', theme: 'nature', needs: ['local'] },
  ],
  ['Donnerie permanente', { title: 'Donnerie permanente', theme: 'reemploi' }],
  [
    'bonjour une dame voudrait faire un atelier lecture pour les enfants du val d’aran elle cherche une salle le mercredi',
    {
      title: 'Atelier lecture pour les enfants',
      summary: 'elle cherche une salle le mercredi',
      district: 'val-d-aran',
      theme: 'culture',
      stage: 'idee',
      needs: ['local'],
    },
  ],
  [
    'Des jeunes veulent ouvrir un lieu de musique',
    { title: 'Lieu de musique', theme: 'culture', stage: 'preparation' },
  ],
  [
    'Un groupe de retraités propose du bricolage et cherche un local',
    { title: 'Groupe de retraités', summary: 'propose du bricolage', theme: 'bien-vieillir', needs: ['local'] },
  ],
];
