/** What of SVG may stand in a deck. All else goes: what runs, loads, moves by itself, holds HTML, or only an editor reads. */

const words = (list: string): readonly string[] => list.trim().split(/\s+/)

/** Elements that are drawn or that drawn ones are painted with. */
export const drawnElements: ReadonlySet<string> = new Set(
  words(`
    svg g defs symbol use marker path rect circle ellipse line polyline polygon text tspan textPath
    linearGradient radialGradient stop pattern clipPath mask filter feBlend feColorMatrix feComponentTransfer feComposite
    feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset
  `),
)

/** Elements that only hold others here: a link in a drawing leads nowhere. */
export const holders: ReadonlySet<string> = new Set(['a', 'switch'])

/** Elements whose text is drawn. */
export const textElements: ReadonlySet<string> = new Set(['text', 'tspan', 'textPath'])

/** What goes without a word: it was never drawn. */
export const undrawn: ReadonlySet<string> = new Set(words('title desc metadata style view cursor'))

/** What a style may say too. */
const presentation = words(`
  alignment-baseline baseline-shift clip-path clip-rule color color-interpolation-filters display dominant-baseline fill
  fill-opacity fill-rule filter flood-color flood-opacity font-family font-size font-style font-weight letter-spacing
  marker-end marker-mid marker-start mask opacity paint-order shape-rendering stop-color stop-opacity stroke
  stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
  text-anchor text-decoration text-rendering transform vector-effect word-spacing writing-mode
`)

const geometry = words(`
  amplitude clipPathUnits cx cy d dx dy edgeMode exponent filterUnits fx fy gradientTransform gradientUnits height in in2
  intercept k1 k2 k3 k4 lengthAdjust markerHeight markerUnits markerWidth maskContentUnits maskUnits method mode offset
  operator orient pathLength patternContentUnits patternTransform patternUnits points preserveAspectRatio primitiveUnits r
  radius refX refY result rotate rx ry side slope spacing spreadMethod startOffset stdDeviation tableValues textLength type
  values viewBox width x x1 x2 y y1 y2
`)

/** A name whatever its case and its joints: `strokeWidth` and `stroke-width` are one. */
export const nameless = (name: string): string => name.replaceAll(/[-:]/g, '').toLowerCase()

const named = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.map((name) => [nameless(name), name]))

/** Attributes that stay, by their names without case and joints. */
export const drawnAttributes = named([...presentation, ...geometry])
export const styleProperties = named(presentation)
