import {
  GraphQLError,
  Kind,
  OverlappingFieldsCanBeMergedRule,
  parse,
  TokenKind,
  validate,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationRule,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { exceededLimit, type ExceededLimit, type DocumentLimits } from './document-limits.js';
import { RequestRejection } from './request-rejection.js';
import { syntaxErrorOf } from './syntax-error.js';
import { validationRules } from './validation-rules.js';

export interface DocumentOptions {
  readonly schema: GraphQLSchema;
  readonly limits: DocumentLimits;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
  /** Whether errors suggest names of the schema. */
  readonly suggestions: boolean;
}

/** A document that has passed all checks that need no variables. */
export interface CheckedDocument {
  readonly text: string;
  readonly document: DocumentNode;
  readonly operations: readonly OperationDefinitionNode[];
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The variables that its costs depend on. */
  readonly costVariables: readonly string[];
  /** What is remembered about its costs, by operation and those variables. */
  readonly costs: LRUCache<string, number>;
}

/** Characters of all documents that are remembered; a character takes about a hundred bytes of memory. */
const mostCharacters = 500_000;
const mostErrors = 20;
const mostCosts = 50;
/** Characters of the documents whose refusals are remembered. */
const mostRefusedCharacters = 100_000;

/** Reads and checks documents, and remembers what they came to. */
export class Documents {
  private readonly checked: LRUCache<string, CheckedDocument>;
  private readonly refused: LRUCache<string, RememberedRefusal>;
  private readonly rules: readonly ValidationRule[];

  constructor(private readonly options: DocumentOptions) {
    this.rules = validationRules(options).filter((rule) => rule !== OverlappingFieldsCanBeMergedRule);
    this.checked = new LRUCache({ maxSize: mostCharacters, sizeCalculation: ({ text }) => text.length });
    this.refused = new LRUCache({ maxSize: mostRefusedCharacters, sizeCalculation: ({ characters }) => characters });
  }

  /** A document that is remembered, by the sha256 of its text. */
  known(hash: string): CheckedDocument | undefined {
    return this.checked.get(hash);
  }

  /** Whether checking it takes no time. */
  remembers(hash: string): boolean {
    return this.checked.has(hash) || this.refused.has(hash);
  }

  /** The document of a text, or why it is refused. Takes milliseconds for any text. */
  check(text: string, hash: string): CheckedDocument | RequestRejection {
    const known = this.known(hash);
    if (known !== undefined) return known;
    const refused = this.refused.get(hash);
    if (refused !== undefined) return refusalAgain(refused);
    const found = this.checkAnew(text);
    if (found instanceof RequestRejection) this.refused.set(hash, remembered(text, found));
    else this.checked.set(hash, found);
    return found;
  }

  private checkAnew(text: string): CheckedDocument | RequestRejection {
    const document = this.read(text);
    if (document instanceof RequestRejection) return document;
    const refusal = this.refusalOf(document);
    if (refusal !== undefined) return refusal;
    return {
      text,
      document,
      operations: document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION),
      fragments: fragmentsOf(document),
      costVariables: costVariablesOf(document),
      costs: new LRUCache<string, number>({ max: mostCosts }),
    };
  }

  private read(text: string): DocumentNode | RequestRejection {
    const most = this.options.limits.documentTokens;
    try {
      const document = parse(text, { maxTokens: most });
      return hasLongName(document) ? tooComplex({ message: longName }) : document;
    } catch (error) {
      // The parser calls itself for what is nested: thousands of braces exhaust the stack.
      if (error instanceof RangeError) return tooComplex({ message: 'The document is nested too deeply.' });
      if (!(error instanceof GraphQLError)) throw error;
      if (error.message.includes('Parsing aborted')) {
        return tooComplex({ message: `The document must have at most ${most} tokens.` });
      }
      return new RequestRejection('request', [syntaxErrorOf(error)]);
    }
  }

  private refusalOf(document: DocumentNode): RequestRejection | undefined {
    const { schema, limits, suggestions } = this.options;
    const exceeded = exceededLimit(schema, document, limits);
    if (exceeded !== undefined) return tooComplex(exceeded);
    const options = { maxErrors: mostErrors, hideSuggestions: !suggestions };
    const problems = validate(schema, document, this.rules, options);
    // Compares each field with each, which only a document that is right otherwise is worth.
    const all =
      problems.length > 0 ? problems : validate(schema, document, [OverlappingFieldsCanBeMergedRule], options);
    return all.length === 0 ? undefined : new RequestRejection('request', all.map(invalid));
  }
}

/**
 * What a refusal says, without the errors that say it: an error keeps the stack that it was made on, and with that all that
 * has checked the document, which is some thousand times as much.
 */
interface RememberedRefusal {
  readonly kind: RequestRejection['kind'];
  readonly errors: readonly Pick<GraphQLError, 'message' | 'nodes' | 'source' | 'positions' | 'extensions'>[];
  readonly characters: number;
}

/** Of the rest of an entry, in characters: whatever is small is not nothing. */
const entryCharacters = 100;

function remembered(text: string, { kind, errors }: RequestRejection): RememberedRefusal {
  const said = errors.map(({ message, nodes, source, positions, extensions }) => ({
    ...{ message, nodes, source, positions, extensions },
  }));
  const messages = said.reduce((characters, { message }) => characters + message.length, 0);
  return { kind, errors: said, characters: text.length + messages + entryCharacters };
}

/** Errors of its own for each answer, as answers are told apart by them. */
function refusalAgain({ kind, errors }: RememberedRefusal): RequestRejection {
  return new RequestRejection(
    kind,
    errors.map(({ message, ...said }) => new GraphQLError(message, said)),
  );
}

/** Names are repeated in answers, once for each row. */
const mostNameCharacters = 128;
const longName = `Names must have at most ${mostNameCharacters} characters.`;

function hasLongName({ loc }: DocumentNode): boolean {
  for (let token = loc?.startToken; token != null; token = token.next ?? undefined) {
    if (token.kind === TokenKind.NAME && token.value.length > mostNameCharacters) return true;
  }
  return false;
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((node) => [node.name.value, node]));
}

/** Arguments that decide how much is asked for, and the condition of `skip` and `include`. */
const costArguments = new Set(['first', 'last', 'ids', 'if']);

function costVariablesOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Argument(argument) {
      if (!costArguments.has(argument.name.value)) return;
      visit(argument, { Variable: ({ name }) => void names.add(name.value) });
    },
  });
  return [...names];
}

function tooComplex({ message, node }: Pick<ExceededLimit, 'message'> & Partial<ExceededLimit>): RequestRejection {
  const extensions = { code: 'DOCUMENT_TOO_COMPLEX' };
  return new RequestRejection('limit', [new GraphQLError(message, { nodes: node, extensions })]);
}

function invalid({ message, nodes }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { nodes, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
}
