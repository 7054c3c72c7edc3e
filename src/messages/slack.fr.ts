// What only Slack needs to say: its app's description, where a private file went, why it cannot connect.
export const slackWords = {
  appName: 'Mijote',
  appDescription:
    'Réserver une place ou une salle, voir ce qui est libre et connaître le tiers-lieu, sans quitter la conversation.',
  close: 'Fermer',
  waiting: 'Un instant…',
  /** Someone whose name Slack did not give in time. */
  someone: 'membre',
  fileSentPrivately: 'Vous le trouverez dans vos messages privés avec Mijote.',
  pictureSentPrivately: 'L’image est dans vos messages privés avec Mijote.',
  filesSentPrivately: 'Vous les trouverez dans vos messages privés avec Mijote.',
  cannotConnect: (reason: string): string =>
    `Connexion à Slack impossible\u00a0: ${reason}. Vérifiez les jetons et l’accès au réseau.`,
} as const;
