import { SortDirection } from '../../linkcy/json/page.js';
import { registerEnum } from '../scalars/enum.js';

registerEnum('SortDirection', SortDirection, 'Which end of a list comes first.', {
  ASC: 'Smallest, oldest or first in the alphabet first.',
  DESC: 'Largest, newest or last in the alphabet first.',
});

export { SortDirection };
