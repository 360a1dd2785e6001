/** The command `entente`. */
import { CommanderError } from 'commander';
import { exitCodeOf, exitCodes } from './exit.ts';
import { sayError } from './output.ts';
import { makeProgram } from './program.ts';

// A reader such as `head` that has had enough ends the command quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.done);
  throw error;
});

try {
  const program = await makeProgram(process.argv[2]);
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  } else {
    sayError(error);
    process.exitCode = exitCodeOf(error);
  }
}
