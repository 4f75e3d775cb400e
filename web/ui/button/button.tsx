import { splitProps, type JSX, type ParentProps } from 'solid-js';

/** `main` for the one thing to do here, `plain` for others, `quiet` for what is rarely wanted, `stop` for what takes away. */
export type ButtonLook = 'main' | 'plain' | 'quiet' | 'stop';

type ButtonProps = ParentProps<{ look?: ButtonLook } & Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'class'>>;

/** A button that acts. Without a `type` it sends its form, as in HTML. */
export const Button = (props: ButtonProps) => {
  const [own, rest] = splitProps(props, ['look', 'children']);
  return (
    <button class={`button button-${own.look ?? 'main'}`} {...rest}>
      {own.children}
    </button>
  );
};

type LinkButtonProps = ParentProps<{ href: string; look?: ButtonLook; rel?: string; download?: string }>;

/** A link that looks like a button: it leads somewhere, so it stays a link for everybody who cannot see it. */
export const LinkButton = (props: LinkButtonProps) => (
  <a class={`button button-${props.look ?? 'main'}`} href={props.href} rel={props.rel} download={props.download}>
    {props.children}
  </a>
);
