package io.github.steelyard.datasets.slice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedSqlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "age > 60 AND hospital = 'north'",
        "NOT (age BETWEEN 3 AND 5) OR age IN ('7', '9') OR age IS NOT NULL",
        "CASE WHEN try_cast(age AS double) >= 18.5 THEN 'old' ELSE 'young' END",
        "if(age <=> '3', upper(left(`my place`, 2)) || '!', coalesce(label, 'none'))",
        "width_bucket(cast(age as int) * 2 - 1, 0, 100, 10)",
        "cast(age as int) DIV 10 % 3 <> -1",
      })
  void whatIsHarmlessIsAllowed(String sql) {
    assertThat(SliceDefinition.refusal(sql)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          java_method('java.lang.Runtime', 'getRuntime')     | java_method
          reflect('java.util.UUID', 'randomUUID') = 'a'      | reflect
          age > 3 AND rand() < 0.5                           | rand
          uuid() = id                                        | uuid
          current_timestamp() > '2020'                       | current_timestamp
          (SELECT 1) = 1                                     | scalarsubquery
          age IN (SELECT 1)                                  | insubquery
          EXISTS (SELECT 1)                                  | exists
          age RLIKE '(a+)+b'                                 | rlike
          age LIKE '%a%a%a%a%a%b'                            | like
          repeat(age, 1000000000) = ''                       | repeat
          spark_catalog.default.mine(age)                    | spark_catalog.default.mine
          age = cast(timestamp 'now' AS string)              | timestamp
          cast(age AS date) = cast('today' AS date)          | date
          age = interval 1 day                               | interval day
          max(age) > 3                                       | max
          count(*) OVER () > 3                               | windowexpression
          *                                                  | unresolvedstar
          """)
  void whatIsNotIsRefusedByName(String sql, String found) {
    Refusal refusal = SliceDefinition.refusal(sql).orElseThrow();
    assertThat(refusal.expected()).startsWith("comparisons, AND, OR, NOT, IN, BETWEEN,");
    assertThat(refusal.expected()).endsWith("try_divide, upper, width_bucket");
    assertThat(refusal.found()).isEqualTo(found);
  }

  @Test
  void whatIsNoExpressionIsSaidInSparksWordsWithoutItsCodes() {
    assertThat(SliceDefinition.refusal("age > 60; DROP TABLE x"))
        .contains(new Refusal("an SQL expression", "Syntax error at or near ';'"));
    assertThat(SliceDefinition.refusal("age > 'a")).isPresent();
    assertThat(SliceDefinition.refusal("")).isPresent();
  }

  @Test
  void lengthAndDepthAreBounded() {
    assertThat(SliceDefinition.refusal("age = '" + "a".repeat(1_000) + "'"))
        .contains(new Refusal("an SQL expression of at most 1000 characters", "1008 characters"));
    assertThat(SliceDefinition.refusal("(".repeat(490) + "age" + ")".repeat(490))).isPresent();
  }
}
