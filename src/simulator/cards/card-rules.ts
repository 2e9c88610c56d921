import type { CardRule, NewCardRule } from '../../linkcy/endpoints/cards.js';
import type { StoredCard } from './cards.js';
import { cardInPath } from '../http/found.js';
import { secondsText } from '../http/instant.js';
import { badRequest } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import type { Call, Endpoint } from '../http/router.js';
import type { ApprovalDemand } from '../sca/approval.js';
import { write, type CheckedWrite } from '../http/write.js';

/** Older versions have the type of a rule in the body, newer ones in the path. */
export const cardRuleRoutes: readonly Endpoint[] = [
  write('PUT', '/api/partner/cards/{cardId}/rules', (call) => {
    const body = RequestBody.of(call.body);
    return set(call, body, body.needs('type').oneOf('type', ruleTypes) ?? '');
  }),
  write('PUT', '/api/partner/cards/{cardId}/rules/{ruleType}', (call) => {
    return set(call, RequestBody.of(call.body), typeInPath(call));
  }),
  write('DELETE', '/api/partner/cards/{cardId}/rules/{ruleType}', remove),
];

const limits = ['DAILY_MAX_SPEND', 'WEEKLY_MAX_SPEND', 'MONTHLY_MAX_SPEND'] as const;
const switches = ['DISABLE_CONTACTLESS', 'DISABLE_ONLINE', 'DISABLE_RECURRING'] as const;
const lists = ['MCC_WHITELIST', 'MCC_BLACKLIST', 'MERCHANT_WHITELIST', 'MERCHANT_BLACKLIST'] as const;
export const ruleTypes = [...limits, ...switches, ...lists] as const;

/** The content of a rule of this type. LinkCy does not document the form of switches and lists. */
export function ruleContent(body: RequestBody, type: string): Pick<NewCardRule, 'value' | 'enabled' | 'values'> {
  if (switches.some((one) => one === type)) return { enabled: body.needs('enabled').boolean('enabled') };
  if (lists.some((one) => one === type)) return { values: body.needs('values').words('values') };
  return { value: body.needs('value').integer('value', 1, 999_999_999) ?? 0 };
}

const periods: Readonly<Record<string, string>> = {
  DAILY_MAX_SPEND: 'a day',
  WEEKLY_MAX_SPEND: 'a week',
  MONTHLY_MAX_SPEND: 'a month',
};

function set(call: Call, body: RequestBody, type: string): CheckedWrite {
  const content = ruleContent(body, type);
  const name = body.text('name');
  body.check();
  const card = cardInPath(call);
  const creator = call.caller?.endUserId === undefined ? 'PARTNER' : 'END_USER';
  const rule: CardRule = { type, name, ...content, creator };
  const period = periods[type];
  const said = String(content.value ?? content.enabled ?? content.values);
  const words = period === undefined ? `${type} ${said}` : `${said} ${card.currency} ${period}`;
  return changing(call, card, ['New rule', words], (rules) => [...rules.filter((one) => one.type !== type), rule]);
}

function remove(call: Call): CheckedWrite {
  const type = typeInPath(call);
  const card = cardInPath(call);
  const limit = `no limit ${periods[type] ?? ''}`;
  return changing(call, card, ['New limit', limit], (rules) => rules.filter((one) => one.type !== type));
}

function changing(
  { simulation: { store, clock } }: Call,
  card: StoredCard,
  fact: readonly [string, string],
  change: (rules: readonly CardRule[]) => readonly CardRule[],
): CheckedWrite {
  const named = card.friendlyName == null ? [] : ([['Card', card.friendlyName]] as const);
  const words = { title: 'Change what your card may spend', facts: [...named, fact] };
  const approval: ApprovalDemand = { endUserId: card.endUserId, required: true, words };
  return {
    approval,
    carryOut() {
      store.cards.update(card.id, { rules: change(card.rules ?? []), updateDate: secondsText(clock.now()) });
      return { status: 204 };
    },
  };
}

function typeInPath({ parameters }: Call): string {
  const type = ruleTypes.find((one) => one === parameters.ruleType);
  if (type !== undefined) return type;
  const message = `must be one of ${ruleTypes.join(', ')}`;
  throw badRequest([{ field: 'ruleType', rejectedValue: parameters.ruleType ?? null, message }]);
}
