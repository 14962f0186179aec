// SPDX-License-Identifier: Apache-2.0
// The map itself, by OpenLayers on a plain canvas: no tile, no other host, no WebGL. Loaded with the first map that is shown.
import Feature from 'ol/Feature.js'
import { LineString, MultiPoint, MultiPolygon, Point, Polygon } from 'ol/geom.js'
import { defaults as interactions } from 'ol/interaction/defaults.js'
import VectorLayer from 'ol/layer/Vector.js'
import OlMap from 'ol/Map.js'
import Projection from 'ol/proj/Projection.js'
import type RenderEvent from 'ol/render/Event.js'
import VectorSource from 'ol/source/Vector.js'
import View from 'ol/View.js'
import type { Look } from './look'
import { drawMarks, markedOf, type Marked } from './marks'
import { closed, gridOf, type Extent, type Place } from './plane'
import { extentOfAll, extentOfShape, middleOf, shapeAt, sizeOf, type MapShape } from './shape'
import { makeAids, makeStyles, type Light } from './styles'

export interface Happenings {
  /** A press on the map: where, and on what. */
  press: (place: Place, shape: MapShape | null) => void
  point: (place: Place | null) => void
  /** Metres of a pixel. */
  scale: (resolution: number) => void
  /** What was shown has been drawn, after so many milliseconds. */
  drawn: (milliseconds: number) => void
}
export type Drawing = ReturnType<typeof draw>

const mutable = ({ polygons }: MapShape) => polygons.map((rings) => rings.map((ring) => closed(ring).map(([x, y]) => [x, y])))
const round = (metres: number) => Number(metres.toFixed(2))

/** A plane of metres; whatever zone it is, nothing is converted. */
const plane = () => new Projection({ code: 'survey-plane', units: 'm', axisOrientation: 'enu', getPointResolution: (resolution) => resolution })

export function draw(target: HTMLElement, tell: Happenings, gridLabel: (along: 'north' | 'east', at: number) => string) {
  const [grid, shapes, measured] = [new VectorSource(), new VectorSource(), new VectorSource()]
  const layers = { grid: new VectorLayer({ source: grid }), shapes: new VectorLayer({ source: shapes, declutter: true }), measured: new VectorLayer({ source: measured }) }
  const view = new View({ projection: plane(), center: [0, 0], resolution: 1, minResolution: 0.01, maxResolution: 5000, enableRotation: false, constrainResolution: false })
  const map = new OlMap({ target, controls: [], view, layers: Object.values(layers), interactions: interactions({ altShiftDragRotate: false, pinchRotate: false, doubleClickZoom: false }) })
  let all: readonly MapShape[] = []
  let marked: readonly Marked[] = []
  let chosen: string | null = null
  let seen = ''

  const resolution = () => view.getResolution() ?? 1
  map.on('click', ({ coordinate }) => {
    const place: Place = [coordinate[0] ?? 0, coordinate[1] ?? 0]
    tell.press(place, shapeAt(all, place, resolution()))
  })
  map.on('pointermove', ({ coordinate, dragging }) => {
    if (!dragging) tell.point([coordinate[0] ?? 0, coordinate[1] ?? 0])
  })
  target.addEventListener('pointerleave', () => tell.point(null))
  // The grid follows the view. It is drawn before the first picture, which then need not be drawn twice.
  function follow(): void {
    const extent = view.calculateExtent(map.getSize()) as unknown as Extent
    if (extent.join() === seen) return
    seen = extent.join()
    tell.scale(resolution())
    drawGrid(extent)
  }
  map.on('postrender', follow)

  function drawGrid([west, south, east, north]: Extent): void {
    grid.clear(true)
    grid.addFeatures(gridOf([west, south, east, north], resolution()).map(({ along, at }) => {
      const line = along === 'north' ? [[west, at], [east, at]] : [[at, south], [at, north]]
      const edge = along === 'north' ? [east - 4 * resolution(), at] : [at, south + 4 * resolution()]
      return new Feature({ geometry: new LineString(line), along, label: gridLabel(along, round(at)), edge: new Point(edge) })
    }))
  }

  let paintMarks: ((event: RenderEvent) => void) | null = null
  function marksBy(looks: Readonly<Record<string, Look>>, { isDark }: Light) {
    return ({ context, frameState }: RenderEvent): void => {
      if (!(context instanceof CanvasRenderingContext2D) || !frameState) return
      const { center: [x = 0, y = 0], resolution: scale } = frameState.viewState
      const [width = 0, height = 0] = frameState.size
      const ratio = frameState.pixelRatio
      const toCanvas = ([east, north]: Place) => [((east - x) / scale + width / 2) * ratio, ((y - north) / scale + height / 2) * ratio] as const
      drawMarks(context, marked, looks, chosen, isDark, { resolution: scale, ratio, toCanvas })
    }
  }

  function show(next: readonly MapShape[], looks: Readonly<Record<string, Look>>, light: Light): void {
    const begun = performance.now()
    all = next
    marked = markedOf(next)
    if (paintMarks) layers.shapes.un('postrender', paintMarks)
    layers.shapes.on('postrender', (paintMarks = marksBy(looks, light)))
    const styleOf = makeStyles(looks, light)
    const aids = makeAids(light)
    layers.grid.setStyle((feature) => aids.grid(feature))
    layers.measured.setStyle(aids.measured)
    layers.shapes.setStyle((feature, now) => styleOf(feature.get('shape') as MapShape, feature.get('size') as number, now, (feature.get('shape') as MapShape).id === chosen))
    shapes.clear(true)
    shapes.addFeatures(next.map((shape) => new Feature({ geometry: new MultiPolygon(mutable(shape)), middle: new Point([...middleOf(shape)]), size: sizeOf(shape), shape })))
    map.once('rendercomplete', () => tell.drawn(performance.now() - begun))
  }

  /** Everything into view, or one shape with what is around it. */
  function fit(id?: string): void {
    const one = all.find((shape) => shape.id === id)
    const extent = one ? extentOfShape(one) : extentOfAll(all)
    if (!extent) return
    view.fit([...extent], { padding: one ? [90, 90, 90, 90] : [28, 28, 28, 28], minResolution: one ? 0.05 : 0.02, size: map.getSize() })
    follow()
  }

  function choose(id: string | null): void {
    chosen = id
    layers.shapes.changed()
    const one = all.find((shape) => shape.id === id)
    const here = view.calculateExtent(map.getSize())
    if (!one) return
    const [x, y] = middleOf(one)
    const [west = 0, south = 0, east = 0, north = 0] = here
    if (x < west || x > east || y < south || y > north) view.setCenter([x, y])
  }

  function measure(places: readonly Place[], isArea: boolean): void {
    measured.clear(true)
    if (places.length === 0) return
    const points = places.map(([x, y]) => [x, y])
    measured.addFeature(new Feature(new MultiPoint(points)))
    if (places.length > 1) measured.addFeature(new Feature(isArea && places.length > 2 ? new Polygon([closed(places).map(([x, y]) => [x, y])]) : new LineString(points)))
  }

  return {
    show,
    fit,
    choose,
    measure,
    zoom: (by: number) => view.setResolution(resolution() / by),
    middle: (): Place => {
      const [x = 0, y = 0] = view.getCenter() ?? []
      return [x, y]
    },
    /** After the frame got another size; drawn at once, for paper. */
    resize(): void {
      map.updateSize()
      map.renderSync()
    },
    end: () => map.setTarget(undefined),
  }
}
