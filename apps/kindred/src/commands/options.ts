import { type Command, InvalidArgumentError, Option } from 'commander';

/** Options that several commands share; their names are the names of settings. */
export const dataOption = () => new Option('--data <folder>', 'the folder of the library');
export const jsonOption = () => new Option('--json', 'print one JSON object, as the last line');

/** Options of commands that start Kindred. */
export function withServerOptions(command: Command): Command {
  return command
    .addOption(dataOption())
    .addOption(
      new Option('--port <number>', 'where the dashboard listens (default 4310, or any free port)').argParser(
        port,
      ),
    )
    .addOption(
      new Option('--host <address>', "the address it listens on; any but this computer's own needs a token"),
    )
    .addOption(new Option('--once', 'stop as soon as there is nothing left to do'))
    .addOption(jsonOption());
}

function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return value;
}
