import { For, Show } from 'solid-js';
import { referenceIn } from '#shared/moderation/cited.ts';
import { PHRASE_KINDS, type PhraseKind } from '#shared/moderation/kinds.ts';
import type { Phrase } from '#shared/moderation/phrases.ts';
import type { PhraseId } from '#shared/moderation/schema.ts';
import type { Texts } from '#shared/texts.ts';
import { answer } from '#web/api.ts';
import { PlaceFrame } from '#web/desk/desk-frame.tsx';
import { loadPlaceDesk, type PlaceDesk } from '#web/desk/load.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Reading } from '#web/ui/reading/reading.tsx';
import { useVisit } from '#web/visit.ts';
import { PhraseForm, phraseIn, phraseLanguages } from './phrase-form.tsx';

type House = { name: string; kind: PhraseKind; text: Texts; reference?: string };
type Data = { desk: PlaceDesk; house: House[]; own: Phrase[] };

const Own = (props: { phrase: Phrase; desk: PlaceDesk }) => {
  const { t } = useI18n();
  const { current } = useVisit();
  const isSent = () => current.words?.['form']?.[0] === `change-${props.phrase.id}`;
  return (
    <li class="stack stack-tight">
      <p>
        <strong>
          <bdi>{props.phrase.title}</bdi>
        </strong>
      </p>
      <Reading texts={props.phrase.text} />
      <Show when={props.phrase.reference}>
        <p class="hint">{props.phrase.reference}</p>
      </Show>
      <Details summary={t('cases.phrases.change')} open={isSent()}>
        <PhraseForm phrase={props.phrase} languages={phraseLanguages(props.desk.place.languages)} />
      </Details>
      <Confirm ask={t('cases.phrases.remove')}>
        <PostForm class="stack stack-tight">
          <input type="hidden" name="form" value="remove" />
          <input type="hidden" name="phrase" value={props.phrase.id} />
          <p>{t('cases.phrases.remove-what')}</p>
          <p>
            <Button look="stop">{t('cases.phrases.remove')}</Button>
          </p>
        </PostForm>
      </Confirm>
    </li>
  );
};

const PhrasesPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const { current } = useVisit();
  const own = (kind: PhraseKind) => props.data.own.filter((phrase) => phrase.kind === kind);
  const house = (kind: PhraseKind) => props.data.house.filter((phrase) => phrase.kind === kind);
  const isAny = (kind: PhraseKind) => own(kind).length + house(kind).length > 0;
  return (
    <PlaceFrame desk={props.data.desk} title={t('desk.room.phrases')}>
      <p class="lead">{t('cases.phrases.what')}</p>
      <Details summary={t('cases.phrases.new')} open={current.words?.['form']?.[0] === 'write'}>
        <PhraseForm languages={phraseLanguages(props.data.desk.place.languages)} />
      </Details>
      <For each={PHRASE_KINDS.filter(isAny)}>
        {(kind) => (
          <section class="stack stack-tight" aria-labelledby={`phrases-${kind}`}>
            <h2 id={`phrases-${kind}`}>{t(`cases.phrases.kinds.${kind}`)}</h2>
            <ul role="list" class="lines">
              <For each={own(kind)}>{(phrase) => <Own phrase={phrase} desk={props.data.desk} />}</For>
              <For each={house(kind)}>
                {(phrase) => (
                  <li class="stack stack-tight">
                    <Reading texts={phrase.text} />
                    <p class="hint">
                      <Show when={phrase.reference}>
                        <>{referenceIn(phrase, locale)} · </>
                      </Show>
                      {t('cases.phrases.of-house')}
                    </p>
                  </li>
                )}
              </For>
            </ul>
          </section>
        )}
      </For>
    </PlaceFrame>
  );
};

const post = async ({ api, form, params, url }: Posting): Promise<PostAnswer> => {
  const slug = params['slug'] ?? '';
  const phrases = api.places[':slug'].phrases;
  const phr = textOf(form, 'phrase') as PhraseId;
  if (textOf(form, 'form') === 'remove') await answer(phrases[':phr'].$delete({ param: { slug, phr } }));
  else if (phr) await answer(phrases[':phr'].$put({ param: { slug, phr }, json: phraseIn(form) }));
  else await answer(phrases.$post({ param: { slug }, json: phraseIn(form) }));
  return { redirect: withDone(url.pathname, 'saved') };
};

/** The reusable words of a desk: facts, laws, house rules, answers. */
export default definePage<Data>({
  cache: 'private',
  async load(asking) {
    const desk = await loadPlaceDesk(asking);
    if (!desk) return null;
    return { desk, ...(await answer(asking.api.places[':slug'].phrases.$get({ param: { slug: desk.place.slug } }))) };
  },
  head: (_, { t }) => ({ title: t('desk.room.phrases') }),
  place: ({ desk }) => desk.place,
  post,
  View: PhrasesPage,
});
