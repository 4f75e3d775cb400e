import { LinkButton } from '../button/button.tsx';

/** Pages of a long list follow each other by a link, never by scrolling. */
export const NextLink = (props: { href: string; label: string }) => (
  <p class="next-link">
    <LinkButton href={props.href} look="plain" rel="next">
      {props.label}
    </LinkButton>
  </p>
);
