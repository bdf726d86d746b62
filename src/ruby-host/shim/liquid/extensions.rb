# frozen_string_literal: true

# What templates see of Ruby's own values: themselves, and of symbols their text.
[String, Array, Hash, Numeric, Range, Time, Date, TrueClass, FalseClass, NilClass].each do |klass|
  klass.define_method(:to_liquid) { self }
end

class Symbol
  def to_liquid = to_s
end
