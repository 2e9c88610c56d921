import type { Message } from '../control/messages.js';
import type { Interaction } from '../sca/interaction.js';
import { html, type Markup } from './html.js';
import { iconOf, icons } from './icons.js';
import { endOf, type DeviceView, type Person } from './view.js';

/** The part of the page that changes. */
export function screen({ person, people, current, messages, earlier }: DeviceView): Markup {
  return html`${person && header(person)} ${people.length > 1 ? switcher(people, person) : undefined}
    <main class="content" data-user="${person?.endUserId}">
      ${current.length > 0 ? html`<h2 class="count">${countOf(current)}</h2>` : undefined} ${current.map(card)}
      ${current.length + messages.length === 0 ? empty(person) : undefined} ${list('Messages', messages.map(message))}
      ${list('Earlier', earlier.map(receipt))}
    </main>`;
}

function list(title: string, rows: readonly Markup[]): Markup | undefined {
  if (rows.length === 0) return undefined;
  return html`<section class="rows" aria-label="${title}">
    <h2>${title}</h2>
    <ul>
      ${rows}
    </ul>
  </section>`;
}

function header({ name }: Person): Markup {
  return html`<header class="person">
    <span class="avatar" aria-hidden="true">${initials(name)}</span>
    <div>
      <p>Signed in as</p>
      <h1>${name}</h1>
    </div>
  </header>`;
}

/** Shown if several customers have something to decide. */
function switcher(people: readonly Person[], shown: Person | undefined): Markup {
  const buttons = people.map(
    ({ endUserId, name, waiting }) =>
      html`<button type="button" data-choose="${endUserId}" aria-pressed="${String(endUserId === shown?.endUserId)}">
        ${name}${waiting === 0 ? undefined : html` <b aria-label="${waiting} waiting">${waiting}</b>`}
      </button>`,
  );
  return html`<nav class="people" aria-label="Customers">${buttons}</nav>`;
}

function empty(person: Person | undefined): Markup {
  return html`<section class="empty">
    <span class="emblem">${icons.shield}</span>
    <h2>Nothing to approve</h2>
    <p>
      ${
        person === undefined
          ? 'When a customer pays, adds a payee or changes contact details, the question appears here by itself.'
          : 'The next payment or change appears here by itself.'
      }
    </p>
  </section>`;
}

function card(interaction: Interaction): Markup {
  const { scaId, status, route, words, createdAt, expiresAt } = interaction;
  const id = `title-${scaId}`;
  return html`<article class="card" data-sca-id="${scaId}" data-status="${status}" aria-labelledby="${id}">
    <div class="what">
      <span class="kind">${status === 'PENDING' ? iconOf(route) : outcomes[status].icon}</span>
      <h3 id="${id}">${words.title}</h3>
    </div>
    ${words.amount === undefined ? undefined : html`<p class="amount">${words.amount}</p>`}
    <dl>
      ${words.facts.map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${
      status === 'PENDING'
        ? html`<p class="time" role="timer" data-from="${createdAt}" data-until="${expiresAt}"><i></i><span></span></p>
            <div class="buttons">
              <button type="button" data-sca-id="${scaId}" data-decide="decline" aria-describedby="${id}">
                Decline
              </button>
              <button type="button" data-sca-id="${scaId}" data-decide="approve" aria-describedby="${id}">
                Approve
              </button>
            </div>`
        : html`<p class="outcome">
            <strong>${outcomes[status].title}.</strong> ${outcomes[status].meaning(interaction)}
          </p>`
    }
  </article>`;
}

/** A text message or an e-mail: with a code to copy, or a link to open. */
function message({ id, channel, text, code, link, at }: Message): Markup {
  const line = html`<b>${text}</b><time data-at="${at}"></time>`;
  return html`<li data-message-id="${id}">
    <span class="kind">${channel === 'SMS' ? icons.message : icons.contact}</span>
    <span class="line wrapped"
      >${line} ${code === undefined ? undefined : html`<code>${code}</code>`}
      ${link === undefined ? undefined : html`<a href="${link}" target="_blank">Open the link</a>`}</span
    >
  </li>`;
}

function receipt(interaction: Interaction): Markup {
  const { scaId, status, words, execution } = interaction;
  if (status === 'PENDING') return html``;
  const { errorCode } = execution ?? {};
  const { icon, title } = outcomes[status];
  return html`<li data-sca-id="${scaId}" data-status="${status}">
    <span class="kind">${icon}</span>
    <span class="line"
      ><b>${words.title}</b
      ><time data-at="${endOf(interaction)}"></time>${errorCode && html`<em>${errorCode}</em>`}</span
    >
    <span class="result"
      >${words.amount === undefined ? undefined : html`<b>${words.amount}</b>`}<em>${title}</em></span
    >
  </li>`;
}

/** "Transaction 1f…": what was created or changed. */
function object({ route, execution }: Interaction): Markup | undefined {
  if (execution?.objectId === undefined) return undefined;
  const [, noun = 'Object'] = nouns.find(([part]) => route.includes(part)) ?? [];
  return html`<span class="object">${noun} <code>${execution.objectId}</code></span>`;
}

const nouns = [
  ['/transactions', 'Transaction'],
  ['/beneficiaries', 'Payee'],
  ['/cards', 'Card'],
  ['/consumers', 'Customer'],
  ['/partner/sca', 'Phone'],
] as const;

/** Whether the approval has executed the operation, whose response reaches no one. */
function answersNobody({ route, execution }: Interaction): boolean {
  return execution?.by === 'approval' && (route.startsWith('GET ') || /\/(login|refresh)$/.test(route));
}

const outcomes = {
  APPROVED: { icon: icons.done, title: 'Approved', meaning: () => html`It is carried out in a moment.` },
  CONSUMED: {
    icon: icons.done,
    title: 'Approved',
    meaning: (interaction: Interaction) =>
      answersNobody(interaction)
        ? html`LinkCy has made its answer, and nobody gets it: it has to be asked for anew.`
        : html`It has been carried out. ${object(interaction)}`,
  },
  REFUSED: {
    icon: icons.declined,
    title: 'Not carried out',
    meaning: ({ execution }: Interaction) =>
      html`Approved, but LinkCy has refused it, and tells nobody: ${execution?.message}
        <span class="object"><code>${execution?.errorCode}</code></span>`,
  },
  DECLINED: { icon: icons.declined, title: 'Declined', meaning: () => html`Nothing has been changed.` },
  EXPIRED: {
    icon: icons.expired,
    title: 'Expired',
    meaning: () => html`The time to approve is over. Nothing has been changed.`,
  },
} as const;

function countOf(current: readonly Interaction[]): string {
  const waiting = current.filter((one) => one.status === 'PENDING').length;
  if (waiting === 0) return 'All done';
  return waiting === 1 ? 'One approval is waiting' : `${waiting} approvals are waiting`;
}

function initials(name: string): string {
  const parts = name.split(' ').filter((part) => /^\p{L}/u.test(part));
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
    .map((part) => part?.charAt(0) ?? '')
    .join('')
    .toUpperCase();
}
