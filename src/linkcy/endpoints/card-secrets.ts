import type { SecretRead } from '../client.js';
import { route } from '../route.js';
import { shape, text } from '../json/shape.js';

export interface CardPin {
  readonly pin: string;
}
export const isCardPin = shape<CardPin>({ pin: text });

/** What a browser shows a card's number with; `ttl` is an ISO 8601 duration, a minute by default. */
export interface PanCredentials {
  readonly token: string;
  readonly secret: string;
  readonly ttl: string;
}
export const isPanCredentials = shape<PanCredentials>({ token: text, secret: text, ttl: text });

/** Reading these may need an approval, which is then used up: they are asked once, as if they changed something. */
export const cardSecrets = {
  pin: (id: string): SecretRead => ({ method: 'GET', route: route`/api/partner/cards/${id}/pin` }),
  panCredentials: (id: string): SecretRead => ({
    method: 'GET',
    route: route`/api/partner/cards/${id}/pan/credentials`,
  }),
};
