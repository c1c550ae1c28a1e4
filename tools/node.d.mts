/** The folder of this clone. */
export const root: string
/** The path of the project's own Node, else of the one that runs this. */
export function nodePath(): string
/** The script of an installed tool. */
export function binOf(tool: string): string
