import { html, type Markup } from './html.js';

const stroke = (paths: Markup) =>
  html`<svg
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    ${paths}
  </svg>`;

/** Line drawings of 24 by 24, in the colour of the text around them. */
export const icons = {
  payment: stroke(html`<path d="M7 17 17 7M9 7h8v8" />`),
  payee: stroke(
    html`<circle cx="10" cy="8" r="3.5" /><path d="M3.5 19.5c.6-3.4 3.2-5 6.5-5s5.9 1.6 6.5 5M18.5 7v6M15.5 10h6" />`,
  ),
  contact: stroke(html`<rect x="3" y="5" width="18" height="14" rx="2.5" /><path d="m4 7.5 8 5.5 8-5.5" />`),
  message: stroke(
    html`<path d="M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-8l-4.5 3.5V17H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2Z" />`,
  ),
  card: stroke(html`<rect x="2.5" y="5" width="19" height="14" rx="2.5" /><path d="M2.5 10h19M6.5 15h4" />`),
  lock: stroke(html`<rect x="5" y="10.5" width="14" height="9.5" rx="2.5" /><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />`),
  shield: stroke(
    html`<path d="M12 3 5 5.8v5.4c0 4.5 3 7.7 7 9.3 4-1.6 7-4.8 7-9.3V5.8L12 3Z" /><path d="m9 11.8 2.2 2.2 4-4.3" />`,
  ),
  done: stroke(html`<path d="m5.5 12.5 4.3 4.3 8.7-9.3" />`),
  declined: stroke(html`<path d="m7 7 10 10M17 7 7 17" />`),
  expired: stroke(html`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.5V12l3 2" />`),
} as const;

/** The drawing that goes with an operation, for instance "POST /api/partner/transactions". */
export function iconOf(route: string): Markup {
  if (route.includes('/transactions')) return icons.payment;
  if (route.includes('/beneficiaries')) return icons.payee;
  if (route.endsWith('/contact')) return icons.contact;
  if (route.includes('/pin')) return icons.lock;
  return route.includes('/cards') ? icons.card : icons.shield;
}
