/** The manual of the command line, from the commands themselves. */
import type { Command } from 'commander';
import { exitCodes } from '@entente/cli/exit';
import { makeProgram } from '@entente/cli/program';

const meanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  done: 'Done. Of `validate`: all is valid.',
  refused: 'Input or settings are not accepted: something is invalid, refused or contradictory.',
  usage: 'The command was not understood: an unknown option, a missing argument.',
  forbidden: 'Not signed in, or not allowed.',
  missing: 'What was asked for is missing, or withheld: the two are never told apart.',
  unavailable: 'The cell, its database or its disk cannot do it now; trying again later may help.',
  locked: 'Another process holds the data folder. Nothing was touched.',
  untrue: 'Of `verify`: what the cell shows of the ledger is not true.',
  internal: 'A fault of Entente. Standard error says more.',
};

const head = `# The command line

\`npx entente <command>\` in a clone, \`entente <command>\` where it is installed. This page is what \`--help\` says; a test keeps it so (\`npx vitest run packages/testkit/src/cli/manual.test.ts --update\` writes it anew).

- **Which cell, as whom:** commands that speak to a cell take \`ENTENTE_URL\` and \`ENTENTE_TOKEN\` from the environment, else the profile that \`entente login\` keeps in \`$XDG_CONFIG_HOME/entente/profile.json\`, readable by its owner alone.
- **Results** go to standard output, everything else to standard error. At a terminal, lists are tables; in a pipe, lines with tabs. \`--json\` gives lines of JSON.
- **Secrets** are typed, or read from files; never given as arguments.
`;

/** The manual as Markdown. */
export async function manual(): Promise<string> {
  const codes = Object.entries(exitCodes).map(
    ([name, code]) => `- \`${code}\` ${meanings[name as keyof typeof exitCodes]}`,
  );
  const program = await makeProgram();
  const commands = program.commands.flatMap((one) => section(one));
  return `${head}\n## Exit codes\n\n${codes.join('\n')}\n\n${commands.join('\n')}`;
}

function section(command: Command): string[] {
  return [
    `## ${nameOf(command)}\n\n\`\`\`\n${helpOf(command)}\n\`\`\`\n`,
    ...command.commands.flatMap(section),
  ];
}

function nameOf(command: Command): string {
  const above = command.parent === null ? '' : `${nameOf(command.parent)} `;
  return `${above}${command.name()}`;
}

function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({
    writeOut: (part) => (text += part),
    getOutHelpWidth: () => 110,
    getOutHasColors: () => false,
  });
  command.outputHelp();
  return text.trim();
}
