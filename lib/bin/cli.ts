import { Command, Option } from "commander";
import { setNodeEnvironment } from "@/lib/config";
import { defaultGraceHours } from "@/lib/reconciliations/schema";
import { bytesOrNone, countOrNone, hours, positiveInteger } from "./commands/arguments";
import { clientPolicy } from "./commands/client-policy";
import { clientQuota } from "./commands/client-quota";
import { clientRotateKey } from "./commands/client-rotate-key";
import { storageAdopt } from "./commands/storage-adopt";
import { storageDoctor } from "./commands/storage-doctor";
import { storageList } from "./commands/storage-list";
import { storageMigrate } from "./commands/storage-migrate";
import { storageReconcile } from "./commands/storage-reconcile";
import { storageRewrite } from "./commands/storage-rewrite";
import { withRuntime } from "./with-runtime";

setNodeEnvironment("production");

const program = new Command("vitrine")
  .description("What operators do beside the server, with the settings of the server.")
  .showHelpAfterError()
  .configureHelp({ showGlobalOptions: true });

const storage = program.command("storage").description("the places where files lie");

storage
  .command("list")
  .description("every place, and how much lies there")
  .action(() => withRuntime((runtime, out) => storageList(runtime, out)));

storage
  .command("doctor")
  .description("tries every place, or one, and says what to change; leaves nothing there")
  .argument("[place]", "as `vitrine storage list` names it")
  .option("--origin <address>", "of your pages, when PUBLIC_URL does not say it")
  .action((place, options) =>
    withRuntime((runtime, out) => storageDoctor(runtime, place, options, out)),
  );

storage
  .command("migrate")
  .description("moves files from one place to another while everything plays on; can be run again")
  .requiredOption("--from <place>", "where the files are, as `vitrine storage list` names it")
  .requiredOption("--to <place>", "where they shall be")
  .option("--client <id>", "only this client's files")
  .addOption(
    new Option("--at-once <number>", "files at the same time")
      .default(4)
      .argParser(positiveInteger),
  )
  .action((options) =>
    withRuntime((runtime, out, signal) => storageMigrate(runtime, options, out, signal)),
  );

storage
  .command("adopt")
  .description("makes artifacts of files that another program has put there, without a copy")
  .argument("<address>", "s3://bucket/client_001/, gs://bucket/client_001/ or place:client_001/")
  .option("--client <id>", "whose they are, where the bucket's name says so already")
  .option("--dry-run", "tells only what would be done", false)
  .action((address, options) =>
    withRuntime((runtime, out, signal) => storageAdopt(runtime, address, options, out, signal)),
  );

storage
  .command("reconcile")
  .description("compares what lies there with the records, in both directions; can be run again")
  .argument("[place]", "as `vitrine storage list` names it; left out: every one")
  .option("--dry-run", "reports only: nothing is quarantined or given up", false)
  .addOption(
    new Option("--grace-hours <number>", "what is younger is left alone")
      .default(defaultGraceHours)
      .argParser(hours),
  )
  .option("--accept-many", "quarantines also more than is plausible", false)
  .action((place, options) =>
    withRuntime((runtime, out, signal) => storageReconcile(runtime, place, options, out, signal)),
  );

storage
  .command("rewrite")
  .description(
    "writes anew what is not stored as it is set up now: with another key, not encrypted",
  )
  .argument("[place]", "as `vitrine storage list` names it; by default every one")
  .option("--client <id>", "only this client's files")
  .action((place, options) =>
    withRuntime((runtime, out, signal) => storageRewrite(runtime, place, options, out, signal)),
  );

const client = program.command("client").description("the clients and what they may");

client
  .command("policy")
  .description("the rule that confines a key of the store to one client's files")
  .argument("<client>", "for example client_001")
  .option("--store <place>", "in which place; by default the one for new files")
  .action((id, options) => withRuntime((runtime, out) => clientPolicy(runtime, id, options, out)));

client
  .command("quota")
  .description("how much a client has, and how much it may have")
  .argument("<client>", "for example client_001")
  .addOption(new Option("--bytes <size>", "of all files, 10GB or none").argParser(bytesOrNone))
  .addOption(new Option("--objects <number>", "of files, 5000 or none").argParser(countOrNone))
  .addOption(new Option("--file-size <size>", "of one file, 2GB or none").argParser(bytesOrNone))
  .action((id, options) => withRuntime((runtime, out) => clientQuota(runtime, id, options, out)));

client
  .command("rotate-key")
  .description("makes another key for a client's new files")
  .argument("<client>", "for example client_001")
  .action((id) => withRuntime((runtime, out) => clientRotateKey(runtime, id, out)));

await program.parseAsync();
