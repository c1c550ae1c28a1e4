import { join } from 'node:path'
import ts from 'typescript'

/**
 * Checks the types of single files as they would be with another text. A service stays warm between checks, so that one
 * takes seconds and not a whole run of the compiler.
 * @param root the folder of the clone
 */
export function typeChecker(
  root: string,
): (file: string, text: string, importers?: readonly string[]) => readonly string[] {
  const services = ['tsconfig.node.json', 'tsconfig.web.json'].map((config) => {
    const path = join(root, config)
    const { config: settings } = ts.readConfigFile(path, (name) => ts.sys.readFile(name)) as { config: unknown }
    const { fileNames, options } = ts.parseJsonConfigFileContent(settings, ts.sys, root)
    const overlay = new Map<string, { readonly text: string; readonly version: number }>()
    const host: ts.LanguageServiceHost = {
      getCompilationSettings: () => options,
      getScriptFileNames: () => fileNames,
      getScriptVersion: (name) => String(overlay.get(name)?.version ?? 0),
      getScriptSnapshot: (name) => {
        const text = overlay.get(name)?.text ?? ts.sys.readFile(name)
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
      },
      getCurrentDirectory: () => root,
      getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
      fileExists: (name) => ts.sys.fileExists(name),
      readFile: (name) => ts.sys.readFile(name),
      readDirectory: (...of) => ts.sys.readDirectory(...of),
      directoryExists: (name) => ts.sys.directoryExists(name),
      getDirectories: (name) => ts.sys.getDirectories(name),
    }
    return { names: new Set(fileNames), overlay, service: ts.createLanguageService(host) }
  })
  let version = 0
  return (file, text, importers = []) => {
    const path = join(root, file)
    const own = services.find(({ names }) => names.has(path))
    if (own === undefined) return []
    // A list of words is a type too, that other files lean on.
    const paths = [path, ...importers.map((one) => join(root, one)).filter((one) => own.names.has(one))]
    const allErrors = (): readonly string[] => paths.flatMap((one) => diagnosticsOf(own.service, one))
    const before = new Set(allErrors())
    own.overlay.set(path, { text, version: (version += 1) })
    const after = allErrors()
    own.overlay.delete(path)
    return after.filter((message) => !before.has(message))
  }
}

/** What nobody reads any more is no error here: the fault itself leaves it behind. */
const unread = new Set([6133, 6138, 6192, 6196, 6198])

const diagnosticsOf = (service: ts.LanguageService, path: string): readonly string[] =>
  [...service.getSyntacticDiagnostics(path), ...service.getSemanticDiagnostics(path)]
    .filter(({ code }) => !unread.has(code))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
