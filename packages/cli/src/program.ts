/** All commands in one tree. */
import { Command } from 'commander';
import { backupCommand, restoreCommand } from './command/backup.ts';
import { demoCommand } from './command/demo.ts';
import { startCommand } from './command/start.ts';
import { validateCommand } from './command/validate.ts';

/** Makes the tree; commander's own errors are thrown, not ended with. */
export function makeProgram(): Command {
  const program = new Command('entente');
  program
    .description('The information-sharing cell of a coalition: to each member exactly its own view.')
    .showHelpAfterError('(entente help <command> says more)')
    .exitOverride();
  for (const command of [startCommand(), validateCommand(), backupCommand(), restoreCommand(), demoCommand()]) {
    program.addCommand(command.copyInheritedSettings(program));
  }
  return program;
}
