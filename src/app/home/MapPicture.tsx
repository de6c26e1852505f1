interface MapPictureProps {
  /** SVG text; empty when there is nothing to show. */
  readonly svg: string | null;
  readonly emptyText: string;
}

/** A map's small picture, or a few words in its place. Says nothing to screen readers: the title beside it does. */
export function MapPicture({ svg, emptyText }: MapPictureProps) {
  if (!svg) {
    return (
      <span className="map-card-picture map-card-empty" aria-hidden>
        {emptyText}
      </span>
    );
  }
  return (
    <img className="map-card-picture" alt="" src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`} />
  );
}
