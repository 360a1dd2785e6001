/** All commands in one tree. */
import { Command } from 'commander';

/** Each is loaded when it is called: all together take longer to load than most of them to do. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import('./command/demo.ts')).demoCommand(),
  init: async () => (await import('./command/init.ts')).initCommand(),
  start: async () => (await import('./command/start.ts')).startCommand(),
  login: async () => (await import('./command/login.ts')).loginCommand(),
  account: async () => (await import('./command/account.ts')).accountCommand(),
  member: async () => (await import('./command/member.ts')).memberCommand(),
  community: async () => (await import('./command/community.ts')).communityCommand(),
  decision: async () => (await import('./command/decision.ts')).decisionCommand(),
  policy: async () => (await import('./command/policy.ts')).policyCommand(),
  import: async () => (await import('./command/import.ts')).importCommand(),
  batch: async () => (await import('./command/batch.ts')).batchCommand(),
  export: async () => (await import('./command/export.ts')).exportCommand(),
  search: async () => (await import('./command/search.ts')).searchCommand(),
  show: async () => (await import('./command/search.ts')).showCommand(),
  screen: async () => (await import('./command/screen.ts')).screenCommand(),
  explain: async () => (await import('./command/explain.ts')).explainCommand(),
  label: async () => (await import('./command/label.ts')).labelCommand(),
  recall: async () => (await import('./command/recall.ts')).recallCommand(),
  review: async () => (await import('./command/review.ts')).reviewCommand(),
  subject: async () => (await import('./command/subject.ts')).subjectCommand(),
  supervision: async () => (await import('./command/supervision.ts')).supervisionCommand(),
  proposal: async () => (await import('./command/proposal.ts')).proposalCommand(),
  ledger: async () => (await import('./command/ledger.ts')).ledgerCommand(),
  verify: async () => (await import('./command/verify.ts')).verifyCommand(),
  request: async () => (await import('./command/request.ts')).requestCommand(),
  inbox: async () => (await import('./command/inbox.ts')).inboxCommand(),
  mail: async () => (await import('./command/mail.ts')).mailCommand(),
  webhook: async () => (await import('./command/webhook.ts')).webhookCommand(),
  consent: async () => (await import('./command/consent.ts')).consentCommand(),
  token: async () => (await import('./command/token.ts')).tokenCommand(),
  validate: async () => (await import('./command/validate.ts')).validateCommand(),
  names: async () => (await import('./command/names.ts')).namesCommand(),
  gateway: async () => (await import('./command/gateway.ts')).gatewayCommand(),
  taxii: async () => (await import('./command/taxii.ts')).taxiiCommand(),
  backup: async () => (await import('./command/backup.ts')).backupCommand(),
  restore: async () => (await import('./command/backup.ts')).restoreCommand(),
};

/**
 * Makes the tree; commander's own errors are thrown, not ended with.
 * @param called the one command that is wanted; all where there is none of that name
 */
export async function makeProgram(called?: string): Promise<Command> {
  const program = new Command('entente');
  program
    .description('The information-sharing cell of a coalition: to each member exactly its own view.')
    .showHelpAfterError('(entente help <command> says more)')
    .addHelpText(
      'after',
      '\nCommands that speak to a cell use ENTENTE_URL and ENTENTE_TOKEN, or what entente login keeps.\nExit codes and examples: docs/commands.md.',
    )
    .exitOverride();
  const one = called !== undefined && Object.hasOwn(commands, called) ? commands[called] : undefined;
  const wanted = one === undefined ? Object.values(commands) : [one];
  for (const command of await Promise.all(wanted.map((load) => load()))) adopt(program, command);
  return program;
}

/** Commander passes settings on to commands that it makes itself alone. */
function adopt(program: Command, command: Command): void {
  inherit(command, program);
  program.addCommand(command);
}

function inherit(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent);
  for (const child of command.commands) inherit(child, command);
}
