import { TABLES_OF_SLICES, type Column, type When } from './every-route.ts';

/**
 * Who gets which answer. A stranger has a session and takes part in another consultation only; `another` takes part here;
 * the five offices are held in this place; `elsewhere` is each of the five offices held in another place, and each held
 * here until it was ended; the author wrote the words that are to be changed or taken back. `any`: the phase makes no
 * difference.
 */
const TABLE = `
route                                                        when       visitor stranger another mediator moderator drafter coordinator analyst elsewhere author
GET    /api/places                                           any        200     200      200     200      200       200     200         200     200       200
GET    /api/places/:slug                                     any        200     200      200     200      200       200     200         200     200       200
GET    /api/places/:slug/ledger                              any        401     403      403     403      403       403     200         200     403       403
GET    /api/consultations/:con                               open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con                               closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con                               preparing  404     404      404     200      200       200     200         200     404       404
GET    /api/consultations/:con/passages/:psg                 open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/passages/:psg                 closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/passages/:psg                 preparing  404     404      404     200      200       200     200         200     404       404
GET    /api/consultations/:con/results                       open       409     409      409     409      409       409     409         409     409       409
GET    /api/consultations/:con/results                       closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/results                       preparing  404     404      404     409      409       409     409         409     404       404
GET    /api/consultations/:con/snapshot                      open       401     403      403     403      403       409     409         409     403       403
GET    /api/consultations/:con/snapshot                      closed     401     403      403     403      403       200     200         200     403       403
GET    /api/consultations/:con/snapshot                      preparing  404     404      404     403      403       409     409         409     404       404
GET    /api/consultations/:con/ballot                        open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/ballot                        closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/ballot                        preparing  404     404      404     200      200       200     200         200     404       404
POST   /api/consultations/:con/ballot                        open       401     403      200     403      403       403     403         403     403       200
POST   /api/consultations/:con/ballot                        closed     401     403      409     403      403       403     403         403     403       409
POST   /api/consultations/:con/ballot                        preparing  401     404      404     403      403       403     403         403     404       404
PUT    /api/consultations/:con/belonging                     open       401     403      204     403      403       403     403         403     403       204
PUT    /api/consultations/:con/belonging                     closed     401     409      409     409      409       409     409         409     409       409
PUT    /api/consultations/:con/belonging                     preparing  401     404      404     409      409       409     409         409     404       404
DELETE /api/consultations/:con/belonging                     open       401     404      204     404      404       404     404         404     404       204
DELETE /api/consultations/:con/belonging                     closed     401     404      204     404      404       404     404         404     404       204
DELETE /api/consultations/:con/belonging                     preparing  401     404      404     404      404       404     404         404     404       404
GET    /api/consultations/:con/deck                          open       401     403      200     403      403       403     403         403     403       200
GET    /api/consultations/:con/deck                          closed     401     403      409     403      403       403     403         403     403       409
GET    /api/consultations/:con/deck                          preparing  401     404      404     403      403       403     403         403     404       404
GET    /api/consultations/:con/contributions                 open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/contributions                 closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/contributions                 preparing  404     404      404     200      200       200     200         200     404       404
POST   /api/consultations/:con/contributions                 open       401     403      201     403      403       403     403         403     403       201
POST   /api/consultations/:con/contributions                 closed     401     409      409     409      409       409     409         409     409       409
POST   /api/consultations/:con/contributions                 preparing  401     404      404     409      409       409     409         409     404       404
GET    /api/consultations/:con/contributions/:ctr            open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/contributions/:ctr            closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/contributions/:ctr            preparing  404     404      404     404      404       404     404         404     404       404
PATCH  /api/consultations/:con/contributions/:ctr            open       401     403      403     403      403       403     403         403     403       200
PATCH  /api/consultations/:con/contributions/:ctr            closed     401     403      403     403      403       403     403         403     403       409
PATCH  /api/consultations/:con/contributions/:ctr            preparing  401     404      404     404      404       404     404         404     404       404
DELETE /api/consultations/:con/contributions/:ctr            open       401     403      403     403      403       403     403         403     403       204
DELETE /api/consultations/:con/contributions/:ctr            closed     401     403      403     403      403       403     403         403     403       204
DELETE /api/consultations/:con/contributions/:ctr            preparing  401     404      404     404      404       404     404         404     404       404
GET    /api/consultations/:con/translations                  open       401     403      403     200      403       200     200         403     403       403
GET    /api/consultations/:con/translations                  closed     401     403      403     200      403       200     200         403     403       403
GET    /api/consultations/:con/translations                  preparing  404     404      404     200      403       200     200         403     404       404
GET    /api/consultations/:con/contributions/:ctr/translations open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/contributions/:ctr/translations closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/contributions/:ctr/translations preparing  404     404      404     404      404       404     404         404     404       404
POST   /api/consultations/:con/contributions/:ctr/translations open       401     403      200     403      403       403     403         403     403       200
POST   /api/consultations/:con/contributions/:ctr/translations closed     401     403      200     403      403       403     403         403     403       200
POST   /api/consultations/:con/contributions/:ctr/translations preparing  401     404      404     403      403       403     403         403     404       404
PUT    /api/consultations/:con/contributions/:ctr/translations open       401     403      403     409      403       409     409         403     403       403
PUT    /api/consultations/:con/contributions/:ctr/translations closed     401     403      403     409      403       409     409         403     403       403
PUT    /api/consultations/:con/contributions/:ctr/translations preparing  404     404      404     404      403       404     404         403     404       404
GET    /api/consultations/:con/threads/:target               open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/threads/:target               closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/threads/:target               preparing  404     404      404     200      200       200     200         200     404       404
POST   /api/consultations/:con/threads/:target               open       401     403      201     403      403       403     403         403     403       201
POST   /api/consultations/:con/threads/:target               closed     401     409      409     409      409       409     409         409     409       409
POST   /api/consultations/:con/threads/:target               preparing  401     404      404     409      409       409     409         409     404       404
GET    /api/consultations/:con/threads/:target/:root/:reply  open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/threads/:target/:root/:reply  closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/threads/:target/:root/:reply  preparing  404     404      404     404      404       404     404         404     404       404
GET    /api/consultations/:con/threads/:target/:root/:reply/translations open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/threads/:target/:root/:reply/translations closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/threads/:target/:root/:reply/translations preparing  404     404      404     404      404       404     404         404     404       404
POST   /api/consultations/:con/threads/:target/:root/:reply/translations open       401     403      200     403      403       403     403         403     403       200
POST   /api/consultations/:con/threads/:target/:root/:reply/translations closed     401     403      200     403      403       403     403         403     403       200
POST   /api/consultations/:con/threads/:target/:root/:reply/translations preparing  401     404      404     403      403       403     403         403     404       404
PUT    /api/consultations/:con/threads/:target/:root/:reply/translations open       401     403      403     409      403       409     409         403     403       403
PUT    /api/consultations/:con/threads/:target/:root/:reply/translations closed     401     403      403     409      403       409     409         403     403       403
PUT    /api/consultations/:con/threads/:target/:root/:reply/translations preparing  404     404      404     404      403       404     404         403     404       404
PATCH  /api/consultations/:con/threads/:target/:root/:reply  open       401     403      403     403      403       403     403         403     403       200
PATCH  /api/consultations/:con/threads/:target/:root/:reply  closed     401     403      403     403      403       403     403         403     403       409
PATCH  /api/consultations/:con/threads/:target/:root/:reply  preparing  401     404      404     404      404       404     404         404     404       404
DELETE /api/consultations/:con/threads/:target/:root/:reply  open       401     403      403     403      403       403     403         403     403       204
DELETE /api/consultations/:con/threads/:target/:root/:reply  closed     401     403      403     403      403       403     403         403     403       204
DELETE /api/consultations/:con/threads/:target/:root/:reply  preparing  401     404      404     404      404       404     404         404     404       404
POST   /api/consultations/:con/join                          open       200     200      200     403      403       403     403         403     403       200
POST   /api/consultations/:con/join                          closed     409     409      409     409      409       409     409         409     409       409
POST   /api/consultations/:con/join                          preparing  404     404      404     409      409       409     409         409     404       404
PUT    /api/consultations/:con/contact                       open       401     403      204     403      403       403     403         403     403       204
PUT    /api/consultations/:con/contact                       closed     401     403      204     403      403       403     403         403     403       204
PUT    /api/consultations/:con/contact                       preparing  401     403      403     403      403       403     403         403     403       403
DELETE /api/consultations/:con/contact                       open       401     404      204     404      404       404     404         404     404       204
DELETE /api/consultations/:con/contact                       closed     401     404      204     404      404       404     404         404     404       204
DELETE /api/consultations/:con/contact                       preparing  401     404      404     404      404       404     404         404     404       404
DELETE /api/consultations/:con/join                          closed     401     404      204     404      404       404     404         404     404       204
DELETE /api/consultations/:con/join                          open       401     404      204     404      404       404     404         404     404       204
DELETE /api/consultations/:con/join                          preparing  401     404      404     404      404       404     404         404     404       404
POST   /api/contacts/confirm                                 any        404     404      404     404      404       404     404         404     404       404
POST   /api/contacts/remove                                  any        404     404      404     404      404       404     404         404     404       404
POST   /api/first-run                                        any        404     404      404     404      404       404     404         404     404       404
GET    /api/me                                               any        200     200      200     200      200       200     200         200     200       200
PUT    /api/me/settings                                      any        401     204      204     204      204       204     204         204     204       204
GET    /api/me/data                                          any        401     200      200     200      200       200     200         200     200       200
POST   /api/me/card                                          any        401     200      200     200      200       200     200         200     200       200
DELETE /api/me/sessions/:ses                                 any        401     204      204     204      204       204     204         204     204       204
DELETE /api/sessions/current                                 any        401     204      204     204      204       204     204         204     204       204
POST   /api/sessions                                         any        200     200      200     200      200       200     200         200     200       200
DELETE /api/me                                               any        401     204      204     204      204       204     204         204     204       204
GET    /api/proof                                            any        200     200      200     200      200       200     200         200     200       200
GET    /api/openapi.json                                     any        200     200      200     200      200       200     200         200     200       200
`;

export type Row = { route: string; when: When | 'any'; statuses: Record<Column, number> };

const rowsIn = (table: string): Row[] => {
  const [head = '', ...lines] = table.trim().split('\n');
  const columns = head.trim().split(/\s+/).slice(2);
  return lines.map((line) => {
    const [method, path, when, ...statuses] = line.trim().split(/\s+/);
    const byColumn = Object.fromEntries(columns.map((column, i) => [column, Number(statuses[i])]));
    return { route: `${method} ${path}`, when: when as When, statuses: byColumn as Row['statuses'] };
  });
};

/** The rows of later slices stand beside the way each of their routes is asked, in `support/routes`. */
const [COLUMN_NAMES = ''] = TABLE.trim().split('\n');
export const ROWS = [TABLE, ...TABLES_OF_SLICES.map((table) => `${COLUMN_NAMES}\n${table.trim()}`)].flatMap(rowsIn);
