import ts from 'typescript'

/** A small fault that could be made in a source: `text` in place of what stands from `start` to `end`. */
export interface Mutation {
  readonly kind: string
  readonly start: number
  readonly end: number
  readonly text: string
}

const swapped = new Map<ts.SyntaxKind, readonly [kind: string, text: string]>([
  [ts.SyntaxKind.LessThanToken, ['boundary', '<=']],
  [ts.SyntaxKind.LessThanEqualsToken, ['boundary', '<']],
  [ts.SyntaxKind.GreaterThanToken, ['boundary', '>=']],
  [ts.SyntaxKind.GreaterThanEqualsToken, ['boundary', '>']],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, ['comparison', '!==']],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, ['comparison', '===']],
  [ts.SyntaxKind.PlusToken, ['arithmetic', '-']],
  [ts.SyntaxKind.MinusToken, ['arithmetic', '+']],
  [ts.SyntaxKind.AsteriskToken, ['arithmetic', '/']],
  [ts.SyntaxKind.SlashToken, ['arithmetic', '*']],
  [ts.SyntaxKind.PlusEqualsToken, ['arithmetic', '-=']],
  [ts.SyntaxKind.MinusEqualsToken, ['arithmetic', '+=']],
  [ts.SyntaxKind.AmpersandAmpersandToken, ['logic', '||']],
  [ts.SyntaxKind.BarBarToken, ['logic', '&&']],
])

const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)

const hangul = /[가-힣]/

/** Words for persons, in Korean or beside Korean: what they say is read and not tested, so a fault there would count for nothing. */
function isWords(node: ts.Node): boolean {
  const { parent } = node
  const beside = ts.isPropertyAssignment(parent) ? parent.parent : ts.isCallExpression(parent) ? parent : node
  return hangul.test(node.getText()) || hangul.test(beside.getText()) || isInEnglish(node)
}

/** Whether it stands in what is called `en`: the words of one language, those of the other being elsewhere. */
function isInEnglish(node: ts.Node): boolean {
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent)
    if ((ts.isVariableDeclaration(at) || ts.isPropertyAssignment(at)) && at.name.getText() === 'en') return true
  return false
}

/** Whether a text is more than a value: a place to import from, a name, a type. */
function isPlace(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent)) return true
  if (ts.isImportAttribute(parent)) return true
  if (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword) return true
  return ts.isPropertyAssignment(parent) && parent.name === node
}

/** Whether a function gives nothing back, so that it can be left at once. */
function givesNothing(node: ts.FunctionLikeDeclaration): boolean {
  const type = node.type?.getText()
  return type === 'void' || type === 'Promise<void>'
}

/** Whether a comparison chooses the one or the other of what it compares: of two that are equal either will do. */
function isOfTwo({ left, right, parent }: ts.BinaryExpression): boolean {
  let condition: ts.Node = parent
  while (ts.isBinaryExpression(condition) && condition.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
    condition = condition.parent
  if (!ts.isConditionalExpression(condition)) return false
  const chosen = [condition.whenTrue, condition.whenFalse].map((one) => one.getText())
  return [left, right].every((one) => chosen.includes(one.getText()))
}

function ofBinary(node: ts.BinaryExpression): readonly Mutation[] {
  const { left, right, operatorToken: operator } = node
  const [start, end] = [operator.getStart(), operator.getEnd()]
  if (operator.kind === ts.SyntaxKind.QuestionQuestionToken)
    return [{ kind: 'alternative', start: left.getStart(), end: right.getEnd(), text: `(${left.getText()})!` }]
  const other = swapped.get(operator.kind)
  if (other === undefined || (other[0] === 'arithmetic' && (isText(left) || isText(right)))) return []
  if (other[0] === 'boundary' && isOfTwo(node)) return []
  return [{ kind: other[0], start, end, text: other[1] }]
}

function ofLiteral(node: ts.Node): readonly Mutation[] {
  const [start, end] = [node.getStart(), node.getEnd()]
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [{ kind: 'boolean', start, end, text: 'false' }]
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [{ kind: 'boolean', start, end, text: 'true' }]
  if (ts.isNumericLiteral(node)) {
    const value = Number(node.text)
    return [value + 1, value - 1].map((n) => ({ kind: 'number', start, end, text: n < 0 ? `(${n})` : String(n) }))
  }
  if (ts.isStringLiteral(node) && node.text !== '' && !isPlace(node) && !isWords(node))
    return [{ kind: 'empty text', start, end, text: "''" }]
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 0)
    return [{ kind: 'empty list', start, end, text: '[]' }]
  return []
}

function ofStatement(node: ts.Node): readonly Mutation[] {
  if (ts.isExpressionStatement(node) && !ts.isStringLiteral(node.expression))
    return [{ kind: 'removed statement', start: node.getStart(), end: node.getEnd(), text: ';' }]
  if (ts.isIfStatement(node)) {
    const { expression } = node
    const text = `!(${expression.getText()})`
    return [{ kind: 'negated condition', start: expression.getStart(), end: expression.getEnd(), text }]
  }
  if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined && ts.isBlock(node.body)) {
    const at = node.body.getStart() + 1
    const isWhole = node.body.statements.length > 1
    if (isWhole && givesNothing(node)) return [{ kind: 'early return', start: at, end: at, text: ' if (1) return;' }]
  }
  return []
}

function ofExpression(node: ts.Node): readonly Mutation[] {
  const start = node.getStart()
  if (ts.isBinaryExpression(node)) return ofBinary(node)
  // A promise that nobody waits for is refused by lint (no-floating-promises), as an error of types is by the compiler.
  if (ts.isAwaitExpression(node) && ts.isExpressionStatement(node.parent)) return []
  if (ts.isAwaitExpression(node)) return [{ kind: 'removed await', start, end: node.expression.getStart(), text: '' }]
  if (ts.isConditionalExpression(node)) {
    const { whenTrue: yes, whenFalse: no } = node
    const text = `${no.getText()} : ${yes.getText()}`
    return [{ kind: 'swapped choice', start: yes.getStart(), end: no.getEnd(), text }]
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [{ kind: 'removed not', start, end: node.operand.getStart(), text: '' }]
  if (ts.isPropertyAccessExpression(node) && node.questionDotToken !== undefined) {
    const { questionDotToken: mark } = node
    return [{ kind: 'removed ?.', start: mark.getStart(), end: mark.getEnd(), text: '!.' }]
  }
  return []
}

/** The parts of a source that are code: of a Svelte file its scripts. */
function scriptsOf(file: string, source: string): readonly { readonly from: number; readonly to: number }[] {
  if (!file.endsWith('.svelte')) return [{ from: 0, to: source.length }]
  return [...source.matchAll(/(<script[^>]*>)([\s\S]*?)<\/script>/g)].map(({ index, 1: open = '', 2: code = '' }) => ({
    from: index + open.length,
    to: index + open.length + code.length,
  }))
}

/** How many lines of a source are code, neither empty nor a comment. */
export function codeLines(file: string, source: string): number {
  const code = scriptsOf(file, source).map(({ from, to }) => source.slice(from, to))
  return code
    .join('\n')
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\/?\*|$)/.test(line)).length
}

/** Every small fault that could be made in a source, in the order of the places. */
export function mutationsIn(file: string, source: string): readonly Mutation[] {
  return scriptsOf(file, source).flatMap(({ from, to }) => {
    // What is around a script is blanked, so that places stay those of the file.
    const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ')
    const code = blank(source.slice(0, from)) + source.slice(from, to) + blank(source.slice(to))
    const tree = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
    const found: Mutation[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return
      found.push(...ofStatement(node), ...ofExpression(node), ...ofLiteral(node))
      ts.forEachChild(node, visit)
    }
    visit(tree)
    return found.sort((a, b) => a.start - b.start)
  })
}
