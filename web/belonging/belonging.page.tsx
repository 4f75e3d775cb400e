import { Show } from 'solid-js';
import { readingOf } from '#shared/reading.ts';
import { answer } from '#web/api.ts';
import { consentStanding } from '#shared/participants/rules.ts';
import { useAddresses } from '#web/consultations/addresses.ts';
import { consentHeld } from '#web/consultations/load.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { Reading, Wording } from '#web/ui/reading/reading.tsx';
import { useVisit } from '#web/visit.ts';
import { postBelonging } from './post.ts';
import { Question } from './question.tsx';
import { Said } from './said.tsx';
import type { Asking } from './asking.ts';

const JoinFirst = (props: { asking: Asking }) => {
  const { t } = useI18n();
  const { current } = useVisit();
  const to = useAddresses(props.asking.id);
  return (
    <>
      <p>{t('belonging.join-first')}</p>
      <p>
        <LinkButton href={`${to.join}?then=${encodeURIComponent(current.at.url.pathname)}`}>
          {t('contributions.join-first')}
        </LinkButton>
      </p>
    </>
  );
};

const BelongingPage = (props: { data: Asking }) => {
  const { t } = useI18n();
  const to = useAddresses(props.data.id);
  return (
    <div class="stack narrow">
      <header class="stack stack-tight">
        <p>
          <a href={to.home}>
            <Wording texts={props.data.title} />
          </a>
        </p>
        <h1>{t('belonging.title')}</h1>
      </header>
      <p class="lead">{t('belonging.voluntary')}</p>
      <Reading texts={props.data.question.why} />
      <p>{t('belonging.what-happens')}</p>
      <Show when={props.data.joined} fallback={<JoinFirst asking={props.data} />}>
        <Show when={props.data.said}>{(said) => <Said asking={props.data} said={said()} />}</Show>
        <Question asking={props.data} />
      </Show>
    </div>
  );
};

export default definePage<Asking>({
  cache: 'private',
  async load({ api, params }) {
    const param = { con: idIn('consultation', params) };
    const [consultation, me, ballot] = await Promise.all([
      answer(api.consultations[':con'].$get({ param })),
      answer(api.me.$get()),
      answer(api.consultations[':con'].ballot.$get({ param })),
    ]);
    const { id, title, stages, placeBrief, belonging, consentVersion } = consultation;
    if (!belonging) return null;
    return {
      id,
      title,
      stages,
      placeBrief,
      question: belonging,
      joined: consentStanding(consentHeld(me, id), consentVersion) === 'given',
      ...(ballot.belonging && { said: ballot.belonging }),
    };
  },
  head: ({ title }, { t, locale }) => ({
    title: t('belonging.title'),
    description: readingOf(title, [locale])?.text ?? '',
  }),
  place: ({ placeBrief }) => placeBrief,
  post: postBelonging,
  View: BelongingPage,
});
