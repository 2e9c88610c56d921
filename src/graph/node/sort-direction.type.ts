import { registerEnumType } from 'type-graphql';
import { SortDirection } from '../../linkcy/json/page.js';

registerEnumType(SortDirection, {
  name: 'SortDirection',
  description: 'Which end of a list comes first.',
  valuesConfig: {
    ASC: { description: 'Smallest, oldest or first in the alphabet first.' },
    DESC: { description: 'Largest, newest or last in the alphabet first.' },
  },
});

export { SortDirection };
