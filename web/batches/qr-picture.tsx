import { qrPath } from './qr.ts';

/** A picture code on its own white ground, and around it the white that scanners need. */
export const QrPicture = (props: { address: string; class: string; label: string }) => {
  const code = () => qrPath(props.address);
  return (
    <svg
      class={props.class}
      viewBox={`-4 -4 ${code().size + 8} ${code().size + 8}`}
      role="img"
      aria-label={props.label}
      shape-rendering="crispEdges"
    >
      <rect x="-4" y="-4" width={code().size + 8} height={code().size + 8} fill="#fff" />
      <path d={code().path} />
    </svg>
  );
};
