/** The folder of this clone. */
export const root: string
/** The path of the project's own Node, else of the one that runs this. */
export function nodePath(): string
/** Runs a locally installed tool by its name with our streams; gives its exit code. */
export function run(tool: string, args?: readonly string[]): Promise<number>
/** The script of an installed tool. */
export function binOf(tool: string): string
/** An environment in which Node keeps what it has compiled. */
export function withCompileCache(env?: NodeJS.ProcessEnv): NodeJS.ProcessEnv
/** Runs a script on the project's Node with our streams; gives its exit code. */
export function runScript(script: string, args?: readonly string[]): Promise<number>
