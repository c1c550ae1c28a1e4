/** Languages of code that other programs draw as pictures: GitHub, Obsidian, Slidev, Marp with Kroki and their like. */
const drawn: ReadonlySet<string> = new Set(
  (
    'mermaid mmd plantuml puml uml dot graphviz viz d2 vega vega-lite vegalite wavedrom ditaa nomnoml svgbob blockdiag ' +
    'seqdiag flowchart sequence geojson topojson stl excalidraw bpmn tikz abc'
  ).split(' '),
)

/** Whether code in this language is the source of a picture, which is not drawn here. `{mermaid}` is what Quarto writes. */
export const isDrawnElsewhere = (lang: string | null | undefined): boolean =>
  drawn.has((lang ?? '').toLowerCase().replace(/^\{(.*)\}$/, '$1'))
