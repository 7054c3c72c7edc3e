// The roles that are given, by their names: everyone is a « membre ».
import type { Role } from '../place/model.ts';

export const roleNames: Readonly<Record<Exclude<Role, 'membre'>, string>> = {
  veilleuse: 'Veilleuse',
  partenaire: 'Partenaire',
  comite: 'Comité de sélection',
  animation: 'Équipe d’animation',
  admin: 'Administration du lieu',
};
