package io.github.steelyard.jobs;

import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.problem.Sentences;
import io.github.steelyard.jobs.suite.document.SuiteException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The entry: {@code steelyard <command>}. */
@Command(
    name = "steelyard",
    description = "Weighs large models against small ones: is the bigger model worth it?",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    subcommands = {
      EvaluateCommand.class,
      ScoreCommand.class,
      TrainCommand.class,
      InspectCommand.class,
      DoctorCommand.class
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "1:the gate failed",
      "2:wrong usage, suite or family file; nothing was started",
      "3:some units failed, the others are done",
      "4:nothing could run"
    })
public final class Steelyard {
  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean verbose;

  private Steelyard() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs one command and says what went wrong, if anything, in one sentence. */
  public static int run(String... arguments) {
    Steelyard steelyard = new Steelyard();
    CommandLine command =
        new CommandLine(steelyard)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(steelyard::report);
    try {
      return command.execute(arguments);
    } catch (LinkageError | OutOfMemoryError e) {
      // The JVM would end with 1 for these, which means that a gate failed.
      return steelyard.say(e, command.getErr());
    }
  }

  private int report(Exception problem, CommandLine command, ParseResult parsed) {
    return say(problem, command.getErr());
  }

  private int say(Throwable problem, PrintWriter err) {
    if (verbose) {
      problem.printStackTrace(err);
    } else if (problem instanceof BadInputException) {
      err.println(problem.getMessage());
    } else {
      err.println("Cannot go on: " + Sentences.reason(problem) + " (--verbose shows where)");
    }
    return problem instanceof SuiteException ? ExitStatus.WRONG_USAGE : ExitStatus.NOTHING_RAN;
  }
}
