import { Card } from './card.tsx';

export const examples = {
  consultation: () => (
    <Card labelledBy="card-example">
      <h2 class="card-heading" id="card-example">
        <a href="#housing">A home for everybody</a>
      </h2>
      <p>What should the city change so that renting is fair?</p>
    </Card>
  ),
};
