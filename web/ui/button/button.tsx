import type { ParentProps } from 'solid-js';

/** `main` for the one thing to do here, `plain` for others, `quiet` for what is rarely wanted, `stop` for what takes away. */
type ButtonLook = 'main' | 'plain' | 'quiet' | 'stop';

type ButtonProps = ParentProps<{
  look?: ButtonLook;
  type?: 'submit' | 'button';
  name?: string;
  value?: string;
  disabled?: boolean;
  onClick?: (event: MouseEvent) => void;
}>;

/**
 * A button that acts. Without a `type` it sends its form, as in HTML. Each attribute is written out: spreading them would
 * bring a kilobyte into every page.
 */
export const Button = (props: ButtonProps) => (
  <button
    class={`button button-${props.look ?? 'main'}`}
    type={props.type}
    name={props.name}
    value={props.value ?? ''}
    disabled={props.disabled ?? false}
    onClick={(event) => props.onClick?.(event)}
  >
    {props.children}
  </button>
);

type LinkButtonProps = ParentProps<{ href: string; look?: ButtonLook; rel?: string; download?: string }>;

/** A link that looks like a button: it leads somewhere, so it stays a link for everybody who cannot see it. */
export const LinkButton = (props: LinkButtonProps) => (
  <a class={`button button-${props.look ?? 'main'}`} href={props.href} rel={props.rel} download={props.download}>
    {props.children}
  </a>
);
