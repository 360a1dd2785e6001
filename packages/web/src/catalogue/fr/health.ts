/** État de la cellule elle-même. */
import type english from '../en/health.ts';
import type { French } from '../words.ts';

const words: French<typeof english> = {
  lead: 'Ce que le processus dit de lui-même. L’hôte est un membre comme les autres\u00a0: rien de ce que font les membres ne figure ici.',
  renew: 'Actualiser',
  now: 'En ce moment',
  ready: 'Prêt\u00a0: les requêtes reçoivent une réponse',
  'not-ready': 'Pas prêt\u00a0: la base de données ne répond pas à temps',
  clock: 'Horloge du processus',
  started: 'Démarrage',
  versions: 'Versions',
  database: 'Base de données',
  kind: 'Emplacement',
  'kind.embedded': 'Intégrée\u00a0: lancée par le processus, dans son dossier de données',
  'kind.external': 'Un PostgreSQL qui vous appartient',
  schema: 'Schéma',
  'schema.up-to-date': '{{schema}}, à jour',
  'schema.other': '{{schema}}\u00a0: une version plus récente est passée par ici. Démarrez cette version.',
  backup: 'Sauvegarde',
  'backup.says':
    'La cellule ne garde aucune trace de ses sauvegardes\u00a0: la date est celle du fichier écrit par «\u00a0entente backup\u00a0». Vérifiez-la, et essayez de temps en temps «\u00a0entente restore\u00a0» sur une autre machine.',
  settings: 'Paramètres en vigueur',
  'settings.lead':
    'Tels qu’ils ont été lus au démarrage. Les mots de passe, les clés et les adresses qui pourraient en contenir ne sont pas affichés.',
  'setting.name': 'Nom de la cellule',
  'setting.publicUrl': 'Adresse publique',
  'setting.publicUrl.none': 'non définie\u00a0: les liens suivent chaque requête',
  'setting.listen': 'Adresse d’écoute',
  'setting.trustedProxies': 'Mandataires de confiance',
  'setting.disputedBorders': 'Frontières contestées sur la carte',
  'borders.dashed': 'en tirets',
  'borders.solid': 'en trait plein',
  'borders.hidden': 'aucun trait',
  'setting.maxContentLength': 'Taille maximale d’une requête',
  'setting.maxContentLength.bytes': '{{number}} octets',
  'setting.logLevel': 'Niveau de journalisation',
  'setting.identityProviders': 'Fournisseurs d’identité autorisés',
  'setting.outboundProxy': 'Mandataire sortant',
  'setting.extraAuthorities': 'Certificats d’autres autorités',
  set: 'défini',
  'not-set': 'non défini',
  none: 'aucun',
  elsewhere: 'Ce qui se lit sur la machine',
  'elsewhere.why':
    'L’espace disque, le retard des flux, les requêtes et leurs durées découlent de ce que font les membres. Qui les verrait ici saurait quand un autre membre verse quelque chose, et combien. Ils sont destinés à l’exploitant de la machine, hors de la cellule, et ne vont pas plus loin.',
  'elsewhere.metrics': 'Mesures, avec le retard des flux et les incidents éventuels',
  'elsewhere.metrics.none':
    'non servies\u00a0: donnez à ENTENTE_METRICS_LISTEN une adresse du réseau intérieur',
  'elsewhere.disk': 'Espace disque libre',
  'elsewhere.disk.how': 'df sur le dossier de données, ou la supervision de la machine',
  'elsewhere.log': 'Journal',
  'elsewhere.log.how': 'le journal du service',
};

export default words;
