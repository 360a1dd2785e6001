/** All commands in one tree. */
import { Command } from 'commander';
import { accountCommand } from './command/account.ts';
import { backupCommand, restoreCommand } from './command/backup.ts';
import { batchCommand } from './command/batch.ts';
import { communityCommand } from './command/community.ts';
import { consentCommand } from './command/consent.ts';
import { decisionCommand } from './command/decision.ts';
import { demoCommand } from './command/demo.ts';
import { explainCommand } from './command/explain.ts';
import { exportCommand } from './command/export.ts';
import { gatewayCommand } from './command/gateway.ts';
import { importCommand } from './command/import.ts';
import { inboxCommand } from './command/inbox.ts';
import { initCommand } from './command/init.ts';
import { labelCommand } from './command/label.ts';
import { ledgerCommand } from './command/ledger.ts';
import { loginCommand } from './command/login.ts';
import { mailCommand } from './command/mail.ts';
import { memberCommand } from './command/member.ts';
import { namesCommand } from './command/names.ts';
import { policyCommand } from './command/policy.ts';
import { proposalCommand } from './command/proposal.ts';
import { recallCommand } from './command/recall.ts';
import { requestCommand } from './command/request.ts';
import { reviewCommand } from './command/review.ts';
import { screenCommand } from './command/screen.ts';
import { searchCommand, showCommand } from './command/search.ts';
import { startCommand } from './command/start.ts';
import { subjectCommand } from './command/subject.ts';
import { supervisionCommand } from './command/supervision.ts';
import { taxiiCommand } from './command/taxii.ts';
import { tokenCommand } from './command/token.ts';
import { validateCommand } from './command/validate.ts';
import { verifyCommand } from './command/verify.ts';
import { webhookCommand } from './command/webhook.ts';

const commands: readonly (() => Command)[] = [
  demoCommand,
  initCommand,
  startCommand,
  loginCommand,
  accountCommand,
  memberCommand,
  communityCommand,
  decisionCommand,
  policyCommand,
  importCommand,
  batchCommand,
  exportCommand,
  searchCommand,
  showCommand,
  screenCommand,
  explainCommand,
  labelCommand,
  recallCommand,
  reviewCommand,
  subjectCommand,
  supervisionCommand,
  proposalCommand,
  ledgerCommand,
  verifyCommand,
  requestCommand,
  inboxCommand,
  mailCommand,
  webhookCommand,
  consentCommand,
  tokenCommand,
  validateCommand,
  namesCommand,
  gatewayCommand,
  taxiiCommand,
  backupCommand,
  restoreCommand,
];

/** Makes the tree; commander's own errors are thrown, not ended with. */
export function makeProgram(): Command {
  const program = new Command('entente');
  program
    .description('The information-sharing cell of a coalition: to each member exactly its own view.')
    .showHelpAfterError('(entente help <command> says more)')
    .addHelpText(
      'after',
      '\nCommands that speak to a cell use ENTENTE_URL and ENTENTE_TOKEN, or what entente login keeps.\nExit codes and examples: docs/commands.md.',
    )
    .exitOverride();
  for (const make of commands) adopt(program, make());
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
