import {
  canvas,
  circleMarker,
  control,
  divIcon,
  polygon as drawnPolygon,
  geoJSON,
  type LatLngBoundsExpression,
  type LatLngExpression,
  type LayerGroup,
  type Map as LeafletMap,
  layerGroup,
  map as leafletMap,
  marker,
  type TileLayer,
  tileLayer,
} from 'leaflet'
import { labelPoint } from '../../../shared/domain/geo/label-point.ts'
import type { PlanePoint } from '../../../shared/domain/geo/lasso.ts'
import type { District } from '../../../shared/read-models/process.ts'
import classes from './map.module.css'
import { type DrawnPlace, mostZoom } from './point-clusters.ts'

/** Where the map looks. */
export interface MapLook {
  readonly longitude: number
  readonly latitude: number
  readonly zoom: number
}

interface TownMapSettings {
  readonly box: HTMLElement
  readonly districts: readonly District[]
  /** Where it looked when it was left. */
  readonly look: MapLook | undefined
  onLook(look: MapLook): void
  /** A click beside every mark. */
  onClick(place: { readonly longitude: number; readonly latitude: number }): void
}

/** What a drawn place looks like; the page knows stages and colours. */
export interface PlaceMark {
  readonly element: HTMLElement
  readonly size: number
  onChoose(): void
}

/** The map of a town, as the page sees it: no Leaflet outside of this file. */
export interface TownMap {
  /** Draws what is on screen, now and after each move. */
  drawPlaces(
    within: (west: number, south: number, east: number, north: number, zoom: number) => readonly DrawnPlace[],
    markOf: (place: DrawnPlace) => PlaceMark,
  ): void
  /** Marks the chosen one and the selected ones, also inside clusters. */
  markChosen(chosen: PlanePoint | undefined, selected: readonly PlanePoint[]): void
  /** The loop that was drawn last. */
  showLoop(loop: readonly PlanePoint[]): void
  lookAt(longitude: number, latitude: number, zoom?: number): void
  fit(points: readonly PlanePoint[]): void
  zoomBy(steps: number): void
  bounds(): { readonly west: number; readonly south: number; readonly east: number; readonly north: number }
  centre(): PlanePoint
  /** Degrees of a place in the box, in px from its corner. */
  degreesAt(x: number, y: number): PlanePoint
  /** Images of the web behind everything; undefined for none. */
  setBackground(
    background: { readonly urlTemplate: string; readonly attribution: string } | undefined,
    onFailure: () => void,
  ): void
  focus(): void
  remove(): void
}

/** France, where nothing says which town it is. */
const country: LatLngBoundsExpression = [
  [42.3, -4.8],
  [51.1, 8.2],
]
/** A name is written where its district is at least this wide on screen, in px. */
const namedFrom = 64
/** As many selected ones are dotted one by one. */
const mostDots = 5_000

function still(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** Opens a map in a box: districts as surfaces with their names, nothing of the web. */
export function openTownMap({ box, districts, look, onLook, onClick }: TownMapSettings): TownMap {
  const map = leafletMap(box, {
    zoomControl: false,
    attributionControl: false,
    maxZoom: mostZoom,
    minZoom: 5,
    zoomSnap: 1,
    fadeAnimation: false,
    zoomAnimation: !still(),
    markerZoomAnimation: !still(),
    inertia: !still(),
    keyboardPanDelta: 120,
  })
  const labels = drawDistricts(map, districts)
  const places = layerGroup().addTo(map)
  const chosenLayer = layerGroup().addTo(map)
  const loopLayer = layerGroup().addTo(map)
  const dots = canvas({ padding: 0.2 })
  const outline = outlineOf(districts)
  let background: TileLayer | undefined
  let draw: () => void = () => undefined

  const showAll = (points: readonly PlanePoint[]): void => {
    const all = points.length > 0 ? points : outline
    if (all.length === 0) {
      map.fitBounds(country, { animate: false })
      return
    }
    map.fitBounds(boundsOf(all), { animate: false, padding: [24, 24], maxZoom: 17 })
  }
  if (look === undefined) showAll([])
  else map.setView([look.latitude, look.longitude], look.zoom, { animate: false })

  const settle = (): void => {
    const { lat, lng } = map.getCenter()
    onLook({ longitude: lng, latitude: lat, zoom: map.getZoom() })
    labels.settle()
    draw()
  }
  map.on('moveend', settle)
  map.on('click', ({ latlng }) => onClick({ longitude: latlng.lng, latitude: latlng.lat }))
  labels.settle()
  const watcher = new ResizeObserver(() => map.invalidateSize({ animate: false, pan: false }))
  watcher.observe(box)

  return {
    drawPlaces(within, markOf) {
      draw = () => {
        const bounds = map.getBounds().pad(0.25)
        places.clearLayers()
        for (const place of within(
          bounds.getWest(),
          bounds.getSouth(),
          bounds.getEast(),
          bounds.getNorth(),
          map.getZoom(),
        )) {
          const { element, size, onChoose } = markOf(place)
          const icon = divIcon({ html: element, className: classes.mark ?? '', iconSize: [size, size] })
          // The list is how the keyboard reaches them: a tab stop for each would be hundreds.
          marker([place.latitude, place.longitude], { icon, keyboard: false })
            .on('click', onChoose)
            .addTo(places)
        }
      }
      draw()
    },
    markChosen(chosen, selected) {
      chosenLayer.clearLayers()
      for (const [longitude, latitude] of selected.slice(0, mostDots))
        circleMarker([latitude, longitude], {
          renderer: dots,
          radius: 4,
          interactive: false,
          stroke: true,
          weight: 1.5,
          color: getComputedStyle(box).getPropertyValue('--parvis-surface'),
          fillColor: getComputedStyle(box).getPropertyValue('--parvis-accent'),
          fillOpacity: 1,
        }).addTo(chosenLayer)
      if (chosen === undefined) return
      const ring = divIcon({ className: classes.ring ?? '', iconSize: [38, 38] })
      marker([chosen[1], chosen[0]], {
        icon: ring,
        interactive: false,
        keyboard: false,
        zIndexOffset: 2_000,
      }).addTo(chosenLayer)
    },
    showLoop(loop) {
      loopLayer.clearLayers()
      if (loop.length < 3) return
      drawnPolygon(loop.map(toLatLng), { className: classes.loop ?? '', interactive: false }).addTo(loopLayer)
    },
    lookAt(longitude, latitude, zoom) {
      const animate = !still()
      if (zoom === undefined) map.panTo([latitude, longitude], { animate, duration: 0.15 })
      else map.setView([latitude, longitude], zoom, { animate })
    },
    fit: showAll,
    zoomBy: (steps) => void map.setZoom(map.getZoom() + steps),
    bounds() {
      const bounds = map.getBounds()
      return {
        west: bounds.getWest(),
        south: bounds.getSouth(),
        east: bounds.getEast(),
        north: bounds.getNorth(),
      }
    },
    centre() {
      const { lat, lng } = map.getCenter()
      return [lng, lat]
    },
    degreesAt(x, y) {
      const { lat, lng } = map.containerPointToLatLng([x, y])
      return [lng, lat]
    },
    setBackground(next, onFailure) {
      background?.remove()
      background = undefined
      if (next === undefined) return
      const { urlTemplate, attribution } = next
      background = tileLayer(urlTemplate, { maxZoom: mostZoom, className: classes.tiles ?? '' })
        .on('tileerror', onFailure)
        .addTo(map)
      const credits = control.attribution({ prefix: false, position: 'bottomleft' })
      credits.addTo(map)
      // Text, whatever the administrator wrote.
      const holder = credits.getContainer()
      if (holder !== undefined) holder.textContent = attribution
      background.on('remove', () => credits.remove())
    },
    focus: () => box.focus({ preventScroll: true }),
    remove() {
      watcher.disconnect()
      map.remove()
    },
  }
}

function toLatLng([longitude, latitude]: PlanePoint): LatLngExpression {
  return [latitude, longitude]
}

function boundsOf(points: readonly PlanePoint[]): LatLngBoundsExpression {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [longitude, latitude] of points) {
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  return [
    [south, west],
    [north, east],
  ]
}

function outlineOf(districts: readonly District[]): readonly PlanePoint[] {
  return districts.flatMap(({ polygon }) => polygon?.flatMap((rings) => rings[0] ?? []) ?? [])
}

/** Surfaces and names; a name goes where its district becomes too small for it. */
function drawDistricts(map: LeafletMap, districts: readonly District[]): { settle(): void } {
  const pane = map.createPane('names')
  // Over the marks: a name under one of them cannot be read.
  pane.style.zIndex = '640'
  pane.style.pointerEvents = 'none'
  const names: {
    readonly layer: LayerGroup
    readonly west: number
    readonly east: number
    readonly north: number
  }[] = []
  for (const { name, polygon } of districts) {
    if (polygon === null) continue
    // Leaflet asks for coordinates that it might change; it changes none.
    const coordinates = polygon as unknown as GeoJSON.Position[][][]
    geoJSON({ type: 'MultiPolygon', coordinates } as GeoJSON.MultiPolygon, {
      interactive: false,
      style: { className: classes.district ?? '' },
    }).addTo(map)
    const place = labelPoint(polygon)
    if (place === undefined) continue
    const text = document.createElement('span')
    text.textContent = name
    const icon = divIcon({ html: text, className: classes.name ?? '', iconSize: [0, 0] })
    const label = marker(toLatLng(place), { icon, interactive: false, keyboard: false, pane: 'names' })
    const outline = polygon.flatMap((rings) => rings[0] ?? [])
    const longitudes = outline.map(([longitude]) => longitude)
    names.push({
      layer: layerGroup([label]),
      west: Math.min(...longitudes),
      east: Math.max(...longitudes),
      north: place[1],
    })
  }
  return {
    settle() {
      for (const { layer, west, east, north } of names) {
        const width = map.latLngToLayerPoint([north, east]).x - map.latLngToLayerPoint([north, west]).x
        if (width >= namedFrom) layer.addTo(map)
        else layer.remove()
      }
    },
  }
}
